import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Finding, type RecordingDetail, remarkText } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { openReview } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { host } from '../../host.ts';
import { clock, shortDateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { PreviewBody, PreviewColumn } from '../../ui/browse.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Shape } from '../../ui/shape.tsx';
import { toast } from '../../ui/toast.tsx';
import { StateCell } from './columns.tsx';
import { useLibrary } from './library-store.ts';
import styles from './preview-panel.module.css';
import { PreviewPlayer, usePreviewSound } from './preview-player.tsx';

/** The row that the keyboard is on: listen, see what was found, decide whether to open it. */
export function PreviewPanel() {
  const { t } = useTranslation('library');
  const row = useLibrary((state) => state.row);
  const detail = useQuery({
    queryKey: ['recordings', 'get', row?.id],
    queryFn: () => api.recordings.get({ id: row!.id }),
    enabled: row !== null,
  });
  return (
    <PreviewColumn label={t('player')}>
      {detail.data && detail.data.id === row?.id && <Preview key={detail.data.id} recording={detail.data} />}
    </PreviewColumn>
  );
}

function Preview({ recording }: { recording: RecordingDetail }) {
  const { t } = useTranslation(['library', 'common']);
  const language = useLanguage();
  const zone = useSettings((settings) => settings.timeZone);
  const sound = usePreviewSound(recording);
  const [phone, setPhone] = useState(recording.phoneMasked);
  const findings = useQuery({
    queryKey: ['findings', 'list', recording.id],
    queryFn: () => api.findings.list({ recordingIds: [recording.id] }),
  });
  const transcript = useQuery({
    queryKey: ['transcripts', 'get', recording.id],
    queryFn: () => api.transcripts.get({ recordingId: recording.id }),
  });
  useCommand('play.toggle', sound.toggle, recording.present);
  const reveal = async () => setPhone((await api.recordings.revealPhone({ id: recording.id })).phone);
  const seen = (findings.data ?? []).filter((finding) => finding.verdict !== 'met').sort((a, b) => order(a) - order(b));
  // Without a transcript most rules cannot tell: a few stand for all.
  const shown = seen.slice(0, Math.max(MOST_FINDINGS, seen.filter(({ verdict }) => verdict === 'not_met').length));
  const where = [
    recording.startedAt === null ? null : shortDateTime(recording.startedAt, zone),
    recording.direction && t(`common:${recording.direction}`),
    phone,
    recording.business,
  ].filter(Boolean);
  return (
    <PreviewBody
      open={t(recording.reviewState === 'draft' ? 'resume' : recording.reviewState === 'submitted' ? 'look' : 'start')}
      onOpen={() => openReview(recording.id)}
    >
      <header className={styles.head}>
        <div className={styles.title}>
          <b>{[recording.agentId, recording.agentName].filter(Boolean).join(' ') || t('unknownAgent')}</b>
          <span>{recording.team}</span>
          <i className={styles.gap} />
          <StateCell row={recording} />
        </div>
        <p className={styles.where}>
          {where.join('  ')}
          {recording.phoneMasked && phone === recording.phoneMasked && (
            <Button small look="ghost" icon="eye" iconOnly onClick={() => void reveal()}>
              {t('reveal')}
            </Button>
          )}
        </p>
      </header>
      {recording.remarks.map((remark) => (
        <p key={remark.code} role="note" className={styles.remark}>
          <Icon name="warning" size={14} />
          {hideNumbers(remarkText(remark, language))}
        </p>
      ))}
      {recording.present ? <PreviewPlayer recording={recording} sound={sound} /> : <Missing recording={recording} />}
      <Section title={t('findings')}>
        {recording.status !== 'analysed' && <p className={styles.line}>{t('notLookedAt')}</p>}
        {recording.status === 'analysed' && findings.data && seen.length === 0 && (
          <p className={styles.line}>
            <Shape kind="pass" />
            {t('allMet')}
          </p>
        )}
        {shown.map((finding) => (
          <button
            key={finding.id}
            type="button"
            className={styles.finding}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => sound.seek((finding.evidence[0]?.start ?? 0) - 2)}
            title={finding.reason[language]}
          >
            <Shape kind={finding.mark ? 'mark' : finding.verdict === 'cannot_tell' ? 'unknown' : finding.severity} />
            <span className={styles.name}>{finding.title[language]}</span>
            <span className={styles.dim}>{finding.evidence[0] ? clock(finding.evidence[0].start * 1000) : ''}</span>
          </button>
        ))}
        {seen.length > shown.length && (
          <p className={styles.dim}>{t('moreUnknown', { n: seen.length - shown.length })}</p>
        )}
      </Section>
      <Section
        title={t('transcript')}
        note={transcript.data ? t('sentences', { n: transcript.data.segments.length }) : undefined}
      >
        {transcript.data === null && <p className={styles.dim}>{t('noTranscript')}</p>}
        {transcript.data?.segments.slice(0, 6).map((segment) => (
          <p key={segment.id} className={styles.sentence}>
            <span className={styles[segment.speaker]}>
              {t(segment.speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${segment.speaker}`)}
            </span>
            <span>{segment.text}</span>
          </p>
        ))}
      </Section>
      <Section title={t('file')}>
        <dl className={styles.facts}>
          <dt>{t('fileName')}</dt>
          <dd title={hideNumbers(recording.path)}>{hideNumbers(recording.file)}</dd>
          <dt>{t('format')}</dt>
          <dd>
            {[
              recording.codec,
              recording.sampleRate && `${recording.sampleRate / 1000} kHz`,
              recording.channels === 1
                ? t('mono')
                : recording.channels === 2
                  ? t('stereo')
                  : t('channels', { n: recording.channels ?? 0 }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </dd>
          <dt>{t('checksum')}</dt>
          <dd title={recording.sha256}>SHA-256 {recording.sha256.slice(0, 12)}…</dd>
        </dl>
      </Section>
    </PreviewBody>
  );
}

/** Findings in the preview; more only when more are breaches. */
const MOST_FINDINGS = 6;

const order = (finding: Finding) =>
  finding.mark ? 3 : finding.verdict === 'cannot_tell' ? 4 : ['fatal', 'serious', 'minor'].indexOf(finding.severity);

function Missing({ recording }: { recording: RecordingDetail }) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const relocate = async () => {
    const [path] = await host.pick({ multiple: false });
    if (!path) return;
    try {
      await api.recordings.relocate({ id: recording.id, path });
      toast(t('relocated'));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <div className={styles.missing} role="alert">
      <p>{t('missing')}</p>
      <p className={styles.dim}>{recording.path}</p>
      <Button icon="folder" onClick={() => void relocate()}>
        {t('relocate')}
      </Button>
    </div>
  );
}

function Section({ title, note, children }: { title: string; note?: string | undefined; children: React.ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>
        {title}
        {note && <span className={styles.dim}>{note}</span>}
      </h3>
      {children}
    </section>
  );
}
