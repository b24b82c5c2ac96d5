import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RecordingDetail, Review } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { swapSides } from '../../app/agent-side.ts';
import { askForCallFacts, type Correction } from '../../app/call-facts/correct-calls.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { queryClient } from '../../query.ts';
import { useOpenCall } from '../transcription/use-open-call.ts';
import { Checklist } from './checklist/checklist.tsx';
import { ScoreHead } from './checklist/score-head.tsx';
import { SubmitFoot } from './checklist/submit-foot.tsx';
import { CommentsList } from './findings/comments-list.tsx';
import { FindingsFilter, FindingsList } from './findings/findings-list.tsx';
import { openMarks } from './findings/marks.ts';
import { Header } from './header.tsx';
import { useLayout, useMeasuredLayout } from './layout.ts';
import { MissingFile } from './missing-file.tsx';
import { stepPane } from './panes.ts';
import { leaveTranscript } from './transcript/editing/edit-actions.ts';
import { showTranscript } from './transcript/editing/transcript-session.ts';
import { useEditCommands } from './transcript/editing/use-edit-commands.ts';
import { FindField } from './transcript/find-field.tsx';
import { TranscriptPane } from './transcript/transcript-pane.tsx';
import { TranscriptSource } from './transcript/transcript-source.tsx';
import { TranscriptFile } from './transcript-file/transcript-file-dialog.tsx';
import { Transport } from './transport/transport.tsx';
import { useArrival } from './use-arrival.ts';
import { useCall } from './use-call.ts';
import { useT } from './use-t.ts';
import { useWave } from './waveform/wave-store.ts';
import { Waveform } from './waveform/waveform.tsx';
import { startCursor } from './work/cursor.ts';
import { redo, undo } from './work/flow.ts';
import { useHeardSync } from './work/heard-sync.ts';
import { saveClip } from './work/save-clip.ts';
import { closeSession, history, openSession } from './work/session.ts';
import { findItem, selectMarks, useWork } from './work/work-store.ts';
import styles from './workbench.module.css';

type Tab = 'transcript' | 'findings' | 'comments';

/** One call on the desk. Player and form are always visible together. */
export function Workbench({ recording, review }: { recording: RecordingDetail; review: Review }) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const { wide, spacious, roomy, narrow } = useLayout();
  useMeasuredLayout(root);
  const panes = useAfterWaveform();
  const [tab, setTab] = useState<Tab>('transcript');
  useDesk(recording, review);
  useEditCommands(() => setTab('transcript'));
  useCommand('edit.undo', undo);
  useCommand('edit.redo', redo);
  useCommand('call.swap-sides', () => void swapCall(recording.id), recording.agentChannelFrom !== null);
  useCommand('call.correct', () => askForCallFacts([recording.id], rememberHere));
  useOpenCall(recording.id);
  useCommand('play.save-clip', () => void saveClip());
  useCommand('view.next-pane', () => stepPane(1));
  useCommand('view.previous-pane', () => stepPane(-1));
  return (
    <div
      ref={root}
      className={styles.workbench}
      data-wide={wide || undefined}
      data-spacious={spacious || undefined}
      data-roomy={roomy || undefined}
      data-narrow={narrow || undefined}
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <TranscriptFile recordingId={recording.id} />
      <Header />
      <div>
        <MissingFile />
        <Waveform />
        <Transport />
      </div>
      <div className={styles.lower}>{panes && <Panes tab={tab} onTab={setTab} />}</div>
    </div>
  );
}

/** An act on the call that is open goes into its history. */
function rememberHere({ undo, redo }: Correction): void {
  history()?.push({ undo: () => void undo(), redo: () => void redo() });
}

/** The other channel is the agent's: the rules judge the call again. */
async function swapCall(recordingId: string): Promise<void> {
  const swap = await swapSides([recordingId]);
  if (swap && useWork.getState().recording?.id === recordingId)
    history()?.push({ undo: () => void swap.undo(), redo: () => void swap.redo() });
}

/** Peaks come from a disk: where it is slow, the form does not wait for them. */
const LONGEST_WAIT_MS = 500;

/**
 * The waveform is drawn first, what stands below it follows. No deferred value: a playing
 * call changes the screen so often that on a busy machine its turn does not come.
 */
function useAfterWaveform(): boolean {
  const [after, setAfter] = useState(false);
  const loading = useWave((wave) => wave.state === 'loading');
  useEffect(() => {
    if (loading) {
      const late = setTimeout(() => setAfter(true), LONGEST_WAIT_MS);
      return () => clearTimeout(late);
    }
    let timer = 0;
    // The second frame begins when the first is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = window.setTimeout(() => setAfter(true));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [loading]);
  return after;
}

/** Below the waveform: what was said, what the machine found, the form. */
function Panes({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const t = useT();
  const { wide } = useLayout();
  return (
    <>
      <section className={styles.pane} aria-label={t('transcript.title')}>
        <div className={styles.tabs}>
          {wide ? <h2 className={styles.paneTitle}>{t('transcript.title')}</h2> : <Tabs tab={tab} onChange={onTab} />}
          <i className={styles.gap} />
          {!wide && tab === 'findings' && <FindingsFilter />}
          {(wide || tab === 'transcript') && <TranscriptSource />}
          <FindField onOpen={() => onTab('transcript')} />
        </div>
        {wide || tab === 'transcript' ? (
          <TranscriptPane />
        ) : (
          <div className={styles.scroll} data-pane="findings" data-pane-start="findings" tabIndex={-1}>
            <h2 className="visually-hidden">{t(tab === 'findings' ? 'findings.title' : 'comments.title')}</h2>
            {tab === 'findings' ? <FindingsList /> : <CommentsList />}
          </div>
        )}
      </section>
      {wide && <SideColumn />}
      <section className={styles.pane} aria-label={t('score.title')}>
        <ScoreHead />
        <Checklist />
        <SubmitFoot />
      </section>
    </>
  );
}

/** Puts the call's data where the screen's parts find it, and takes it away again. */
function useDesk(recording: RecordingDetail, review: Review): void {
  const recordingId = recording.id;
  const findings = useQuery({
    queryKey: ['findings', 'list', recordingId],
    queryFn: () => api.findings.list({ recordingIds: [recordingId] }),
  });
  const transcript = useQuery({
    queryKey: ['transcripts', 'get', recordingId],
    queryFn: () => api.transcripts.get({ recordingId }),
  });
  const { templateId, templateVersion } = useWork((work) => work.review) ?? review;
  const template = useQuery({
    queryKey: ['templates', 'get', templateId, templateVersion],
    queryFn: () => api.templates.get({ id: templateId, version: templateVersion }),
    staleTime: Infinity,
  });
  // The order matters: what was heard is sent before the session it belongs to is closed.
  useHeardSync(review.id);
  useEffect(() => closeSession, []);
  useEffect(() => openSession(review), [review]);
  useEffect(() => {
    useWork.setState({ recording });
  }, [recording]);
  useEffect(() => {
    useWork.setState({ findings: findings.data ?? [] });
  }, [findings.data]);
  // A new analysis, or another direction of the call, changes what the machine proposes in the review.
  const { direction } = recording;
  const grounds = findings.data && [direction, ...findings.data.map(({ id, verdict }) => `${id}${verdict}`)].join();
  const seen = useRef(grounds);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== grounds)
      void queryClient.invalidateQueries({ queryKey: ['reviews', 'open', recordingId] });
    seen.current = grounds;
  }, [grounds, recordingId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another call takes this one's place
  useEffect(() => leaveTranscript, [recordingId]);
  useEffect(() => showTranscript(recordingId, transcript.data ?? null), [recordingId, transcript.data]);
  useEffect(() => {
    if (!template.data) return;
    const { itemId } = useWork.getState();
    // Another template may not have the item that keys acted on.
    useWork.setState({ template: template.data, ...(findItem(template.data, itemId) ? {} : { itemId: null }) });
    startCursor();
  }, [template.data]);
  useCall(recording);
  useArrival(review, template.data !== undefined && findings.data !== undefined);
}

function Tabs({ tab, onChange }: { tab: Tab; onChange: (tab: Tab) => void }) {
  const t = useT();
  const findings = openMarks(useWork(selectMarks)).length;
  const comments = useWork((work) => work.review?.comments.length ?? 0);
  const tabs: { id: Tab; label: string; count: number | null }[] = [
    { id: 'transcript', label: t('transcript.title'), count: null },
    { id: 'findings', label: t('findings.title'), count: findings },
    { id: 'comments', label: t('comments.title'), count: comments },
  ];
  return (
    <div className={styles.tabList} role="tablist" data-own-keys="Left Right">
      {tabs.map(({ id, label, count }, at) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === tab}
          tabIndex={id === tab ? 0 : -1}
          className={styles.tab}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(id)}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            if (step === 0) return;
            const next = tabs[(at + step + tabs.length) % tabs.length]!;
            onChange(next.id);
            (event.currentTarget.parentElement?.children[tabs.indexOf(next)] as HTMLElement | undefined)?.focus();
          }}
        >
          {label}
          {count !== null && <span className={styles.count}>{count}</span>}
        </button>
      ))}
    </div>
  );
}

function SideColumn() {
  const t = useT();
  const findings = openMarks(useWork(selectMarks)).length;
  const comments = useWork((work) => work.review?.comments.length ?? 0);
  return (
    <section className={styles.pane} aria-label={t('findings.title')}>
      <div className={styles.tabs}>
        <h2 className={styles.paneTitle}>
          {t('findings.title')}
          <span className={styles.count}>{findings}</span>
        </h2>
        <i className={styles.gap} />
        <FindingsFilter />
      </div>
      <div className={styles.scroll} data-pane="findings" data-pane-start="findings" tabIndex={-1}>
        <FindingsList />
        <h2 className={styles.sub}>
          {t('comments.title')}
          <span className={styles.count}>{comments}</span>
        </h2>
        <CommentsList />
      </div>
    </section>
  );
}
