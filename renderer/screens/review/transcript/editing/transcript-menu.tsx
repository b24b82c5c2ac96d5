import { useQuery } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { api } from '../../../../api.ts';
import { useSettings } from '../../../../app/settings.ts';
import { useKeyLabel } from '../../../../commands/use-key-label.ts';
import { shortDateTime } from '../../../../i18n/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toast.tsx';
import { lookAtTranscriptFile } from '../../transcript-file/transcript-file-store.ts';
import { useT } from '../../use-t.ts';
import { useWork } from '../../work/work-store.ts';
import { restoreAll, saveAndLeave, swapSpeakers } from './edit-actions.ts';
import { useEditing } from './editing-store.ts';
import { replaceTranscript } from './transcript-session.ts';

/** What can be done to the transcript as a whole. */
export function TranscriptMenu() {
  const t = useT();
  const zone = useSettings((settings) => settings.timeZone);
  const transcript = useWork((work) => work.transcript);
  const original = useEditing((editing) => editing.original);
  const originalKey = useKeyLabel('transcript.original');
  const swapKey = useKeyLabel('transcript.swap');
  const recordingId = transcript?.recordingId ?? '';
  const { data: replaced = [] } = useQuery({
    queryKey: ['transcripts', 'replaced', recordingId],
    queryFn: () => api.corrections.replaced({ recordingId }),
    enabled: transcript !== null,
  });
  if (!transcript) return null;

  const items: MenuProps['items'] = [
    { key: 'original', label: t(original ? 'correct.showCorrected' : 'correct.showOriginal'), extra: originalKey },
    { key: 'swap', label: t('correct.swap'), extra: swapKey },
    { key: 'restore', label: t('correct.restoreAll'), disabled: transcript.corrections === 0 },
    { type: 'divider' },
    { key: 'attach', label: t('correct.attachOther') },
    ...replaced.map(({ id, replacedAt, corrections }) => ({
      key: id,
      label: t('correct.bringBack', { when: shortDateTime(replacedAt, zone), n: corrections }),
    })),
  ];
  const acts: Record<string, () => void> = {
    original: () => {
      saveAndLeave();
      useEditing.setState({ original: !original });
    },
    swap: swapSpeakers,
    restore: restoreAll,
    attach: () => {
      saveAndLeave();
      void lookAtTranscriptFile();
    },
  };
  const bringBack = async (replacedId: string) => {
    saveAndLeave();
    const back = await replaceTranscript(() => api.corrections.bringBack({ recordingId, replacedId }));
    if (back) toast(t('correct.broughtBack'));
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (acts[key] ? acts[key]() : void bringBack(key)) }}
    >
      <Button small look="ghost" icon="more" aria-label={t('correct.more')} />
    </Dropdown>
  );
}
