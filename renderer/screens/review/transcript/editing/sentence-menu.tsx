import { Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Segment, Speaker } from '../../../../../core/contract/index.ts';
import { useKeyLabel } from '../../../../commands/use-key-label.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useT } from '../../use-t.ts';
import { useWork } from '../../work/work-store.ts';
import { mergeSentences, openSentence, removeSentence, restoreSentence, setEdge, setSpeaker } from './edit-actions.ts';
import styles from './editing.module.css';
import { focusEditor } from './sentence-editor.tsx';
import { neighbour } from './sentences-around.ts';

const speakers: readonly Speaker[] = ['agent', 'customer', 'unknown'];

/** Who says the sentence; opens the menu of what can be done to it. @param now the current line: reached by Tab */
export function SentenceMenu({ segment, now }: { segment: Segment; now: boolean }) {
  const t = useT();
  // A menu per row would be dear: it is made when it is asked for.
  const [open, setOpen] = useState(false);
  const self = useRef<HTMLButtonElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (open || !byKey.current) return;
    byKey.current = false;
    self.current?.focus();
  }, [open]);
  const name = (speaker: Speaker) => t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`);
  const button = (
    <button
      ref={self}
      type="button"
      tabIndex={now ? 0 : -1}
      className={styles.role}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={t('correct.menu', { who: name(segment.speaker) })}
      onMouseDown={(event) => event.preventDefault()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        byKey.current = event.detail === 0;
        setOpen(true);
      }}
    >
      {name(segment.speaker)}
      <Icon name="down" size={10} />
    </button>
  );
  return open ? (
    <OpenMenu
      segment={segment}
      name={name}
      onClose={() => {
        setOpen(false);
        focusEditor();
      }}
    >
      {button}
    </OpenMenu>
  ) : (
    button
  );
}

interface OpenMenuProps {
  segment: Segment;
  name: (speaker: Speaker) => string;
  onClose: () => void;
  children: React.ReactElement;
}

function OpenMenu({ segment, name, onClose, children }: OpenMenuProps) {
  const t = useT();
  const { id } = segment;
  const transcript = useWork((work) => work.transcript);
  const [previous, next] = [neighbour(transcript, id, -1), neighbour(transcript, id, 1)];
  const [editKey, speakerKey] = [useKeyLabel('transcript.edit'), useKeyLabel('transcript.speaker')];
  const acts: Record<string, () => void> = {
    ...Object.fromEntries(speakers.map((speaker) => [speaker, () => setSpeaker(id, speaker)])),
    edit: () => openSentence(id),
    previous: () => previous && mergeSentences(previous.id, id),
    next: () => next && mergeSentences(id, next.id),
    start: () => setEdge(id, 'start'),
    end: () => setEdge(id, 'end'),
    restore: () => restoreSentence(id),
    remove: () => removeSentence(id),
  };
  const items: MenuProps['items'] = [
    ...speakers.map((speaker) => ({
      key: speaker,
      label: (
        <span className={styles.choice}>
          <i>{speaker === segment.speaker && <Icon name="check" size={14} />}</i>
          {name(speaker)}
        </span>
      ),
      ...(speaker === (segment.speaker === 'agent' ? 'customer' : 'agent') ? { extra: speakerKey } : {}),
    })),
    { type: 'divider' },
    { key: 'edit', label: t('correct.edit'), extra: editKey },
    { key: 'previous', label: t('correct.mergePrevious'), disabled: !previous },
    { key: 'next', label: t('correct.mergeNext'), disabled: !next },
    { key: 'start', label: t('correct.startHere') },
    { key: 'end', label: t('correct.endHere') },
    { type: 'divider' },
    { key: 'restore', label: t('correct.restore'), disabled: !segment.corrected },
    { key: 'remove', label: t('correct.remove') },
  ];
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(wanted) => !wanted && onClose()}
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation();
          // The same Enter would press the button that gets the focus back.
          domEvent.preventDefault();
          onClose();
          acts[key]?.();
        },
      }}
    >
      {children}
    </Dropdown>
  );
}
