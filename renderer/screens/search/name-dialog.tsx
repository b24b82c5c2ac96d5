import { useState } from 'react';
import { describeError } from '../../api.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './dialogs.module.css';

interface NameDialogProps {
  title: string;
  name: string;
  onClose: () => void;
  onName: (name: string) => Promise<void>;
}

/** Asks for the name of a saved search; Enter takes it. */
export function NameDialog({ title, name, onClose, onName }: NameDialogProps) {
  const { t } = useTranslation(['search', 'common']);
  const language = useLanguage();
  const [text, setText] = useState(name);
  const take = async () => {
    if (text.trim() === '') return;
    try {
      await onName(text.trim());
      onClose();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <Dialog
      title={title}
      width={400}
      sticky
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" kbd="Enter" disabled={text.trim() === ''} onClick={() => void take()}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        className={styles.wide}
        aria-label={t('name')}
        placeholder={t('name')}
        maxLength={100}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) void take();
        }}
      />
    </Dialog>
  );
}
