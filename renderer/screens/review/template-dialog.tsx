import type { TemplateChange } from '../../../core/contract/index.ts';
import { useBilingual } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './template-dialog.module.css';
import { useT } from './use-t.ts';
import { answerAsked, useAsked } from './work/change-template.ts';

/** Before answers leave the form: which are set aside, which go along. */
export function TemplateDialog() {
  const t = useT();
  const asked = useAsked((state) => state.asked);
  if (!asked) return null;
  const { aside, carried, restored, comments } = asked.told;
  return (
    <Dialog
      title={t('header.changeTemplate')}
      width={520}
      closeLabel={t('common:close')}
      onClose={() => answerAsked(false)}
      footer={
        <>
          <Button onClick={() => answerAsked(false)}>{t('common:cancel')}</Button>
          <Button look="primary" data-autofocus onClick={() => answerAsked(true)}>
            {t('template.change')}
          </Button>
        </>
      }
    >
      <p className={styles.note}>{t('template.note')}</p>
      {aside.length > 0 && <Answers title={t('template.aside', { n: aside.length })} list={aside} />}
      {carried.length > 0 && <Answers title={t('template.carried', { n: carried.length })} list={carried} />}
      {restored > 0 && <h3 className={styles.title}>{t('template.restored', { n: restored })}</h3>}
      {comments > 0 && <h3 className={styles.title}>{t('template.comments', { n: comments })}</h3>}
    </Dialog>
  );
}

function Answers({ title, list }: { title: string; list: TemplateChange['aside'] }) {
  const t = useT();
  const text = useBilingual();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list} tabIndex={0}>
        {list.map(({ itemId, article, title: name, answer, count }) => (
          <li key={itemId}>
            <span>{article}</span>
            <span>{text(name)}</span>
            <b>{count !== null && count > 0 ? `× ${count}` : t(`common:answer.${answer}`)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
