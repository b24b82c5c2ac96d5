import { create } from 'zustand';
import { useLanguage } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { startOwnRule } from '../rules-store.ts';
import { useT } from '../use-t.ts';
import { describeRule } from './describe.ts';
import styles from './starter-picker.module.css';
import { blank, starters } from './starters.ts';

const usePicker = create<{ open: boolean }>(() => ({ open: false }));
export const openStarters = (): void => usePicker.setState({ open: true });

/** Where an own rule begins: an example, or nothing. */
export function StarterPicker() {
  const t = useT();
  const language = useLanguage();
  const open = usePicker((state) => state.open);
  if (!open) return null;
  const close = () => usePicker.setState({ open: false });
  return (
    <Dialog title={t('newTitle')} width={640} closeLabel={t('common:close')} onClose={close}>
      <ul className={styles.list} aria-label={t('startFrom')}>
        {[...starters, { id: null, definition: blank }].map(({ id, definition }) => (
          <li key={id ?? ''}>
            <button
              type="button"
              className={styles.start}
              onClick={() => {
                close();
                startOwnRule(definition);
              }}
            >
              <b>
                <Shape kind={definition.severity} />
                {id === null ? t('blank') : t(`starter.${id}`)}
              </b>
              {id !== null && <span>{describeRule(definition, t, language)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
