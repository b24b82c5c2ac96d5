import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { agentSideText, figureText, type RecordingDetail, remarkText } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { go } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { host } from '../../host.ts';
import { clock, shortDateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useBilingual, useLanguage } from '../../i18n/index.ts';
import { Button, CommandButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './header.module.css';
import { TemplateChooser } from './template-chooser.tsx';
import { useT } from './use-t.ts';
import { goToNeighbour } from './work/flow.ts';
import { unsentWork } from './work/heard-sync.ts';
import { useOrder } from './work/order.ts';
import { isDraft, useWork } from './work/work-store.ts';

/** Whose call it is, which template applies, and how far the day is. */
export function Header() {
  const t = useT();
  const recording = useWork((work) => work.recording);
  const zone = useSettings((settings) => settings.timeZone);
  if (!recording) return <div className={styles.header} />;
  return (
    <section className={styles.header} aria-label={t('header.info')}>
      <Position recordingId={recording.id} />
      <i className={styles.divider} />
      <b className={styles.agent}>
        {[recording.agentId, recording.agentName].filter(Boolean).join(' ') || t('header.noAgent')}
        {recording.team && <small>{recording.team}</small>}
      </b>
      <dl className={styles.facts}>
        <div>
          {recording.direction && <Icon name={recording.direction} />}
          {recording.direction && <dd>{t(`common:${recording.direction}`)}</dd>}
          <Phone key={recording.id} recording={recording} />
        </div>
        {recording.startedAt !== null && (
          <div>
            <dd>{shortDateTime(recording.startedAt, zone)}</dd>
          </div>
        )}
        <Fact name={t('header.duration')} value={clock(recording.durationMs ?? 0)} spare />
        <Remarks recording={recording} />
        <Fact name={t('header.business')} value={recording.business} />
        <Fact name={t('header.hangup')} value={recording.hangupBy && t(`common:${recording.hangupBy}`)} wide />
        <Sides recording={recording} />
        <Fact name={t('header.format')} value={formatOf(recording, t)} wide />
        <TemplateChooser />
      </dl>
      <i className={styles.gap} />
      <WorkTime />
      <Today />
      <More recording={recording} />
    </section>
  );
}

interface FactProps {
  name: string;
  value: string | null;
  /** Only where there is room in plenty. */
  wide?: boolean;
  /** Not where there is hardly any. */
  spare?: boolean;
}

function Fact({ name, value, wide, spare }: FactProps) {
  if (!value) return null;
  return (
    <div className={wide ? styles.wide : spare ? styles.spare : undefined} title={value}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How it is known which channel is the agent's; nothing where the voices share one. */
function Sides({ recording: { agentChannel, agentChannelFrom } }: { recording: RecordingDetail }) {
  const t = useT();
  const text = useBilingual();
  if (agentChannelFrom === null) return null;
  return <Fact name={t('header.sides')} value={text(agentSideText(agentChannel, agentChannelFrom))} wide />;
}

/** What the import had to say about the file; the mark's name and tooltip are the whole sentence. */
function Remarks({ recording: { remarks } }: { recording: RecordingDetail }) {
  const language = useLanguage();
  if (remarks.length === 0) return null;
  const text = remarks.map((remark) => hideNumbers(remarkText(remark, language))).join(' ');
  return (
    <div className={styles.remark}>
      <Button small look="ghost" icon="warning" iconOnly onClick={() => toast(text)}>
        {text}
      </Button>
    </div>
  );
}

function formatOf({ channels, codec, sampleRate }: RecordingDetail, t: ReturnType<typeof useT>): string {
  return [
    channels === null ? null : t(channels >= 2 ? 'header.stereo' : 'header.mono'),
    codec?.toUpperCase(),
    sampleRate && t('header.kilohertz', { n: sampleRate / 1000 }),
  ]
    .filter(Boolean)
    .join(' ');
}

function Position({ recordingId }: { recordingId: string }) {
  const t = useT();
  const ids = useOrder((order) => order.ids);
  const at = ids.indexOf(recordingId);
  const place = `${at < 0 ? '–' : at + 1} / ${ids.length}`;
  useCommand('score.previous-call', () => goToNeighbour(-1), at > 0);
  useCommand('score.next-call', () => goToNeighbour(1), at >= 0 && at < ids.length - 1);
  return (
    <span className={styles.position}>
      <CommandButton command="score.previous-call" small look="ghost" icon="left" iconOnly disabled={at <= 0}>
        {t('header.previous')}
      </CommandButton>
      <Button
        small
        look="ghost"
        title={t('header.toList')}
        aria-label={`${place} ${t('header.toList')}`}
        onClick={() => go('library')}
      >
        <b>{place}</b>
      </Button>
      <CommandButton
        command="score.next-call"
        small
        look="ghost"
        icon="right"
        iconOnly
        disabled={at < 0 || at >= ids.length - 1}
      >
        {t('header.next')}
      </CommandButton>
    </span>
  );
}

/** Masked until someone asks for it; asking is written to the audit log. */
function Phone({ recording }: { recording: RecordingDetail }) {
  const t = useT();
  const language = useLanguage();
  const [whole, setWhole] = useState<string | null>(null);
  if (!recording.phoneMasked) return null;
  const reveal = async () => {
    try {
      setWhole((await api.recordings.revealPhone({ id: recording.id })).phone ?? t('header.noPhone'));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <dd className={styles.phone}>
      {whole ?? recording.phoneMasked}
      {whole === null && (
        <Button small look="ghost" icon="eye" iconOnly onClick={() => void reveal()}>
          {t('header.revealPhone')}
        </Button>
      )}
    </dd>
  );
}

function WorkTime() {
  const t = useT();
  const language = useLanguage();
  const saved = useWork((work) => work.review?.workMs ?? 0);
  const editable = useWork((work) => isDraft(work.review));
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.workTime} title={figureText('workTime', language)}>
      <small>{t('header.workTime')}</small> {clock(saved + (editable ? unsentWork() : 0))}
    </span>
  );
}

function Today() {
  const t = useT();
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['reviews', 'today'], queryFn: () => api.reviews.today() });
  if (!data) return null;
  return (
    <span className={styles.today} title={figureText('today', language)}>
      <small>{t('header.today')}</small>
      {data.submitted} / {data.goal}
      <Progress
        fraction={Math.min(1, data.submitted / data.goal)}
        label={t('header.todayLabel', { done: data.submitted, goal: data.goal })}
      />
    </span>
  );
}

function More({ recording }: { recording: RecordingDetail }) {
  const t = useT();
  if (!host.revealInFolder) return null;
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: [{ key: 'reveal', label: t('header.reveal') }],
        onClick: () => void host.revealInFolder?.(recording.path),
      }}
    >
      <Button small look="ghost" icon="more" aria-label={t('header.more')} />
    </Dropdown>
  );
}
