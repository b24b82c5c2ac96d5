import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useT } from '../use-t.ts';
import styles from './reason-dialog.module.css';

interface ReasonDialogProps {
  title: string;
  label: string;
  hint?: string;
  /** Ready-made reasons. */
  presets: readonly string[];
  onClose: () => void;
  onDone: (reason: string) => void;
}

export function ReasonDialog({ title, label, hint, presets, onClose, onDone }: ReasonDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const done = () => {
    if (reason.trim() === '') return;
    onDone(reason.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      width={440}
      sticky
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={reason.trim() === ''} onClick={done}>
            {t('common:ok')}
          </Button>
        </>
      }
    >
      <label className={styles.reason}>
        {label}
        <input
          value={reason}
          maxLength={500}
          placeholder={t('skip.required')}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) done();
          }}
        />
      </label>
      <div className={styles.presets}>
        {presets.map((preset) => (
          <Button key={preset} small on={reason === preset} onClick={() => setReason(preset)}>
            {preset}
          </Button>
        ))}
      </div>
      {hint && <p className={styles.reasonHint}>{hint}</p>}
    </Dialog>
  );
}
