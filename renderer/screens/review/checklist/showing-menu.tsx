import { Dropdown } from 'antd';
import type { Review } from '../../../../core/contract/index.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useT } from '../use-t.ts';
import { tally } from '../work/answers.ts';
import styles from './score-strip.module.css';
import { type Showing, show, showings, useShowing } from './shown-items.ts';

/** How far the form is; chooses which of its items are shown. */
export function ShowingMenu({ review: { answers } }: { review: Review }) {
  const t = useT();
  const showing = useShowing((state) => state.showing);
  const key = useKeyLabel('score.show');
  const { total, answered, open, lost } = tally(answers);
  const counts: Record<Showing, number> = { all: answers.length, open, lost };
  const far = t('score.answered', { n: answered, total });
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [showing],
        items: showings.map((value) => ({ key: value, label: `${t(`score.show.${value}`)} ${counts[value]}` })),
        onClick: ({ key: value }) => show(value as Showing),
      }}
    >
      <button
        type="button"
        className={styles.answered}
        data-filtered={showing !== 'all' || undefined}
        title={`${t('score.showHint')}  ${key}`}
        onMouseDown={(event) => event.preventDefault()}
      >
        {showing === 'all' ? far : `${t(`score.show.${showing}`)} ${counts[showing]}`}
        <Progress
          width={52}
          fraction={total > 0 ? answered / total : 0}
          label={t('score.answeredLabel', { n: answered, total })}
        />
        <Icon name="down" size={10} />
      </button>
    </Dropdown>
  );
}
