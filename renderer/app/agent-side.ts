/** A person's word on which channel carries the agent, from whatever screen. */
import { type AgentSideChoice, agentSideText } from '../../core/contract/index.ts';
import { api, describeError } from '../api.ts';
import { i18n } from '../i18n/index.ts';
import { toast } from '../ui/toast.tsx';

type Before = Exclude<AgentSideChoice, 'swap'>;

/** What gives a swap back, and does it again. */
export interface Swap {
  undo(): Promise<void>;
  redo(): Promise<void>;
}

const language = () => (i18n.language === 'en' ? 'en' : 'zh');

/**
 * Swaps the sides of these recordings and says so. What went wrong is told here too.
 * @param options.offerUndo with an undo in the message
 * @returns null when nothing could be swapped
 */
export async function swapSides(ids: readonly string[], { offerUndo = false } = {}): Promise<Swap | null> {
  try {
    const { changed } = await api.recordings.setAgentSide({ ids: [...ids], side: 'swap' });
    if (changed.length === 0) {
      toast(i18n.t('sides.none'));
      return null;
    }
    const now = changed.map(({ id, agentChannel }) => [id, agentChannel === 1 ? 'right' : 'left'] as const);
    const swap = {
      undo: () => say(changed.map(({ id, before }) => [id, before] as const)),
      redo: () => say(now),
    };
    const text =
      changed.length === 1
        ? agentSideText(changed[0]!.agentChannel, 'person')[language()]
        : i18n.t('sides.swapped', { n: changed.length });
    toast(text, offerUndo ? { action: { label: i18n.t('undo'), run: () => void swap.undo() } } : {});
    return swap;
  } catch (error) {
    toast(describeError(error, language()), { tone: 'error' });
    return null;
  }
}

async function say(sides: readonly (readonly [id: string, side: Before])[]): Promise<void> {
  try {
    for (const [side, of] of Map.groupBy(sides, ([, each]) => each))
      await api.recordings.setAgentSide({ ids: of.map(([id]) => id), side });
  } catch (error) {
    toast(describeError(error, language()), { tone: 'error' });
  }
}
