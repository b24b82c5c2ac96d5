import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Clip } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { confirm } from '../../app/confirm.tsx';
import { go, openReview } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useKeyLabel } from '../../commands/use-key-label.ts';
import { clockTenths, shortDateTime } from '../../i18n/format.ts';
import { useBilingual, useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button, CommandButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { byItem } from './by-item.ts';
import { ClipEditor } from './clip-editor.tsx';
import styles from './clips-screen.module.css';
import { selectClip, useClips } from './clips-store.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useClipExport } from './use-clip-export.ts';

export function ClipsScreen() {
  const { t } = useTranslation('clips');
  const language = useLanguage();
  const { q, kind, currentId } = useClips();
  const { exporting, exportClips } = useClipExport();
  const saveKey = useKeyLabel('play.save-clip');
  const clips = useQuery({
    queryKey: ['training', 'clips', q, kind],
    queryFn: () =>
      api.training.listClips({ ...(q.trim() ? { q: q.trim() } : {}), ...(kind === 'all' ? {} : { kind }) }),
    placeholderData: (before) => before,
  });
  const items = clips.data ?? [];
  const ordered = byItem(items).flatMap((group) => group.clips);
  const current = ordered.find((clip) => clip.id === currentId) ?? ordered[0] ?? null;
  useListCommands(ordered, current, exportClips);
  const unfiltered = q.trim() === '' && kind === 'all';
  return (
    <div className={styles.screen}>
      <ClipsToolbar clips={ordered} />
      {exporting && <ExportDialog {...exporting} />}
      {clips.error ? (
        <EmptyState icon="warning" title={t('failed')}>
          {describeError(clips.error, language)}
        </EmptyState>
      ) : clips.data && items.length === 0 ? (
        <EmptyState
          icon="clips"
          title={unfiltered ? t('emptyTitle') : t('nothing')}
          actions={unfiltered ? <Button onClick={() => go('review')}>{t('toReview')}</Button> : undefined}
        >
          {unfiltered && t('emptyText', { key: saveKey })}
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <div
            className={styles.list}
            role="grid"
            aria-label={t('title')}
            tabIndex={0}
            aria-activedescendant={current ? `clip-${current.id}` : undefined}
          >
            {byItem(items).map((group) => (
              <Group key={group.itemId ?? ''} clips={group.clips} current={current} />
            ))}
          </div>
          <aside className={styles.editor}>
            {current ? <ClipEditor key={current.id} clip={current} /> : <p className={styles.dim}>{t('pick')}</p>}
          </aside>
        </div>
      )}
    </div>
  );
}

function ClipsToolbar({ clips }: { clips: readonly Clip[] }) {
  const { t } = useTranslation('clips');
  const { q, kind, selected } = useClips();
  const field = useRef<HTMLInputElement>(null);
  useCommand('edit.find', () => field.current?.select());
  return (
    <Toolbar
      title={t('title')}
      end={
        <>
          {clips.length > 0 && (
            <Checkbox
              checked={selected.size > 0 && selected.size === clips.length}
              mixed={selected.size > 0 && selected.size < clips.length}
              onChange={(on) => useClips.setState({ selected: on ? new Set(clips.map(({ id }) => id)) : new Set() })}
            >
              {t('selectAll')}
            </Checkbox>
          )}
          <CommandButton command="list.remove" icon="trash" iconOnly disabled={clips.length === 0}>
            {t('remove')}
          </CommandButton>
          <CommandButton
            command="file.export"
            look="primary"
            icon="export"
            showKey
            tip={t('exportNote')}
            disabled={clips.length === 0}
          >
            {t('export')}
          </CommandButton>
        </>
      }
    >
      <TextField
        inputRef={field}
        icon="search"
        className={styles.search}
        placeholder={t('searchHint')}
        aria-label={t('searchHint')}
        value={q}
        onChange={(event) => useClips.setState({ q: event.target.value })}
      />
      <Segmented
        label={t('kindField')}
        value={kind}
        options={(['all', 'bad', 'good'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => useClips.setState({ kind: value })}
      />
      <span className={styles.dim}>{t('count', { n: clips.length })}</span>
    </Toolbar>
  );
}

function Group({ clips, current }: { clips: readonly Clip[]; current: Clip | null }) {
  const { t } = useTranslation('clips');
  const text = useBilingual();
  const zone = useSettings((settings) => settings.timeZone);
  const selected = useClips((state) => state.selected);
  const title = clips[0]?.itemTitle ? text(clips[0].itemTitle) : t('noItem');
  return (
    <div role="rowgroup" aria-label={title}>
      <div role="row" className={styles.group}>
        <span role="rowheader">
          {title} <span className={styles.dim}>{clips.length}</span>
        </span>
      </div>
      {clips.map((clip) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go through the command registry
        <div
          key={clip.id}
          id={`clip-${clip.id}`}
          role="row"
          aria-selected={clip.id === current?.id}
          className={[styles.clip, clip.id === current?.id && styles.current].filter(Boolean).join(' ')}
          onClick={() => useClips.setState({ currentId: clip.id })}
        >
          <span role="gridcell">
            <Checkbox bare checked={selected.has(clip.id)} onChange={(on) => selectClip(clip.id, on)}>
              {t('select', { title: clip.title })}
            </Checkbox>
          </span>
          <span role="gridcell" title={clip.title}>
            {clip.title}
          </span>
          <span role="gridcell">
            <Tag tone={clip.kind === 'good' ? 'pass' : 'serious'}>{t(`kind.${clip.kind}`)}</Tag>
          </span>
          <span role="gridcell" className={styles.who}>
            {[clip.agentId, clip.agentName].filter(Boolean).join(' ')}
          </span>
          <span role="gridcell" className={`${styles.dim} ${styles.when}`}>
            {clip.startedAt === null ? '' : shortDateTime(clip.startedAt, zone)}
          </span>
          <span role="gridcell" className={styles.length}>
            {clockTenths((clip.endMs - clip.startMs) / 1000)}
          </span>
        </div>
      ))}
    </div>
  );
}

function useListCommands(
  clips: readonly Clip[],
  current: Clip | null,
  exportClips: (ids: readonly string[]) => Promise<void>,
): void {
  const { t } = useTranslation('clips');
  const language = useLanguage();
  const selected = useClips((state) => state.selected);
  const ids = selected.size > 0 ? [...selected] : current ? [current.id] : [];
  const move = (by: number) => {
    const at = clips.findIndex((clip) => clip.id === current?.id);
    const next = clips[Math.max(0, Math.min(clips.length - 1, at + by))];
    if (!next) return;
    useClips.setState({ currentId: next.id });
    document.getElementById(`clip-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useCommand('list.up', () => move(-1), clips.length > 0);
  useCommand('list.down', () => move(1), clips.length > 0);
  useCommand('list.first', () => move(-clips.length), clips.length > 0);
  useCommand('list.last', () => move(clips.length), clips.length > 0);
  useCommand(
    'list.select-all',
    () => useClips.setState({ selected: new Set(clips.map(({ id }) => id)) }),
    clips.length > 0,
  );
  useCommand('list.open', () => current && openReview(current.recordingId, current.startMs / 1000), current !== null);
  const attempt = async (work: () => Promise<string>) => {
    try {
      toast(await work());
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  useCommand('file.export', () => void exportClips(ids), ids.length > 0);
  useCommand(
    'list.remove',
    () =>
      void confirm({ title: t('removeTitle', { n: ids.length }), action: t('remove') }).then((yes) =>
        yes
          ? attempt(async () => {
              const { removed } = await api.training.removeClips({ ids });
              useClips.setState({ selected: new Set(), currentId: null });
              return t('removed', { n: removed });
            })
          : undefined,
      ),
    ids.length > 0,
  );
}
