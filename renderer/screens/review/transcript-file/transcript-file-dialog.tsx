/** What was understood of a transcript file, and what may be put right, before it becomes the call's transcript. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Speaker, TranscriptPreview, TranscriptReading } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../../i18n/index.ts';
import { queryClient } from '../../../query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { toast } from '../../../ui/toast.tsx';
import { replaceTranscript } from '../transcript/editing/transcript-session.ts';
import { FileFacts, FirstRows } from './file-facts.tsx';
import { ShiftField } from './shift-field.tsx';
import styles from './transcript-file.module.css';
import { closeTranscriptFile, useTranscriptFile } from './transcript-file-store.ts';
import { VoiceList } from './voice-list.tsx';
import { Warnings } from './warnings.tsx';

/** Stands ready while a call is open. */
export function TranscriptFile({ recordingId }: { recordingId: string }) {
  const path = useTranscriptFile((state) => state.path);
  useEffect(() => {
    useTranscriptFile.setState({ recordingId, path: null });
    return () => useTranscriptFile.setState({ recordingId: null, path: null });
  }, [recordingId]);
  return path === null ? null : <FileDialog key={path} recordingId={recordingId} path={path} />;
}

function FileDialog({ recordingId, path }: { recordingId: string; path: string }) {
  const { t } = useTranslation(['transcriptFile', 'common']);
  const language = useLanguage();
  const [voices, setVoices] = useState<Record<string, Speaker>>({});
  const [shift, setShift] = useState(0);
  const [busy, setBusy] = useState(false);
  const reading: TranscriptReading = { voices, shift };
  const preview = useQuery({
    queryKey: ['transcripts', 'preview', recordingId, path, reading],
    queryFn: () => api.transcripts.preview({ recordingId, path, reading }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  useEffect(() => {
    if (!preview.error) return;
    closeTranscriptFile();
    toast(describeError(preview.error, language), { tone: 'error' });
  }, [preview.error, language]);
  const seen = preview.data;
  if (!seen) return null;

  const attach = async () => {
    setBusy(true);
    const overCorrections = (seen.present?.corrections ?? 0) > 0;
    const send = () => api.transcripts.attach({ recordingId, path, reading, overCorrections });
    try {
      // What is being corrected is saved first; a refusal is told there.
      const transcript = seen.present ? await replaceTranscript(send) : await send();
      if (transcript === null) return;
      await queryClient.invalidateQueries({ queryKey: ['transcripts'] });
      closeTranscriptFile();
      toast(t('attached', { n: transcript.segments.length }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('title', { file: hideNumbers(seen.file) })}
      width={840}
      sticky
      closeLabel={t('common:close')}
      onClose={closeTranscriptFile}
      footer={
        <>
          <span className={styles.note}>
            <Replaces preview={seen} />
          </span>
          <Button onClick={closeTranscriptFile}>{t('common:cancel')}</Button>
          <Button
            look={seen.present?.corrections ? 'danger' : 'primary'}
            data-autofocus
            disabled={busy || preview.isPlaceholderData}
            onClick={() => void attach()}
          >
            {t(seen.present ? 'replace' : 'attach')}
          </Button>
        </>
      }
    >
      <div className={styles.content} aria-busy={preview.isPlaceholderData}>
        <FileFacts preview={seen} />
        <Warnings warnings={seen.warnings} />
        <VoiceList voices={seen.voices} onChange={(changed) => setVoices({ ...voices, ...changed })} />
        <ShiftField shift={shift} suggested={seen.suggestedShift} onChange={setShift} />
        <FirstRows preview={seen} />
      </div>
    </Dialog>
  );
}

function Replaces({ preview: { present } }: { preview: TranscriptPreview }) {
  const { t } = useTranslation('transcriptFile');
  if (!present) return null;
  return present.corrections > 0 ? t('replacesCorrected', { n: present.corrections }) : t('replaces');
}
