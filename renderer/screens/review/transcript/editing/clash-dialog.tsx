/** The question whose words a sentence gets that two windows corrected. */
import { useSettings } from '../../../../app/settings.ts';
import { clock, shortDateTime } from '../../../../i18n/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { toast } from '../../../../ui/toast.tsx';
import { useT } from '../../use-t.ts';
import styles from './clash-dialog.module.css';
import { settleClash, useClashes } from './clash-store.ts';

export function ClashDialog() {
  const t = useT();
  const zone = useSettings((settings) => settings.timeZone);
  const clash = useClashes(({ clashes }) => clashes[0]);
  if (!clash) return null;
  const { theirs, mine, putMine } = clash;
  const by =
    theirs.corrected && [theirs.corrected.by, shortDateTime(theirs.corrected.at, zone)].filter(Boolean).join(' ');
  const put = () => {
    settleClash(clash);
    putMine();
  };
  const keep = () => {
    settleClash(clash);
    toast(t('correct.clash.kept', { text: mine }), {
      ms: 12_000,
      action: { label: t('correct.clash.put'), run: putMine },
    });
  };
  return (
    <Dialog
      // Another question is another dialog: the focus does not stay on the button that answered the one before.
      key={`${clash.recordingId} ${theirs.id}`}
      title={t('correct.clash.title', { time: clock(theirs.start * 1000) })}
      width={560}
      sticky
      closeLabel={t('common:close')}
      onClose={keep}
      footer={
        <>
          <Button onClick={keep}>{t('correct.clash.keep')}</Button>
          <Button look="primary" onClick={put}>
            {t('correct.clash.put')}
          </Button>
        </>
      }
    >
      <dl className={styles.words}>
        <dt>
          {t('correct.clash.theirs')}
          {by && <span> · {by}</span>}
        </dt>
        <dd>{theirs.text}</dd>
        <dt>{t('correct.clash.mine')}</dt>
        {/* Not a button: who types on, or presses Enter for the next sentence, has not chosen. */}
        <dd tabIndex={-1} data-autofocus>
          {mine}
        </dd>
      </dl>
    </Dialog>
  );
}
