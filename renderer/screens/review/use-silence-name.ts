import type { SilenceCause } from '../../../core/contract/index.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { PauseSound } from './transcript/pauses.ts';
import { useT } from './use-t.ts';

interface Silence {
  sound: PauseSound;
  cause: SilenceCause | null;
}

/** What a stretch without words is called: by its cause, else by what is heard. */
export function useSilenceName(): (silence: Silence) => string {
  const t = useT();
  return ({ sound, cause }) => (cause ? t(`cause.${cause}`) : t(`sound.${sound}`));
}

export const silenceIcon = ({ sound, cause }: Silence): IconName =>
  sound === 'untranscribed' ? 'transcribe' : cause === 'music' || sound === 'hold' ? 'music' : 'silence';
