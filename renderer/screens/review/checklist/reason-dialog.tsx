import { Modal } from 'antd';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useT } from '../use-t.ts';
import styles from './checklist.module.css';

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
  const field = useRef<HTMLInputElement>(null);
  const done = () => {
    if (reason.trim() === '') return;
    onDone(reason.trim());
    onClose();
  };
  return (
    <Modal
      open
      title={title}
      width={440}
      okText={t('common:ok')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={done}
      onCancel={onClose}
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      <label className={styles.reason}>
        {label}
        <input
          ref={field}
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
    </Modal>
  );
}
