import { Popover } from 'antd';
import { saveSettings, useSettings } from '../../app/settings.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './column-picker.module.css';
import { columns, defaultColumns } from './columns.tsx';

/** Which columns the table shows; remembered. */
export function ColumnPicker() {
  const { t } = useTranslation('library');
  const chosen = useSettings((settings) => settings.libraryColumns);
  const shown: readonly string[] = chosen.length > 0 ? chosen : defaultColumns;
  const content = (
    <div className={styles.list} role="dialog" aria-label={t('columnsButton')}>
      {columns.map(({ id }) => (
        <Checkbox
          key={id}
          checked={shown.includes(id)}
          disabled={shown.length === 1 && shown[0] === id}
          onChange={(on) =>
            void saveSettings({ libraryColumns: on ? [...shown, id] : shown.filter((other) => other !== id) })
          }
        >
          {t(`column.${id}`)}
        </Checkbox>
      ))}
      <Button small look="ghost" onClick={() => void saveSettings({ libraryColumns: [] })}>
        {t('resetColumns')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button look="ghost" icon="columns">
        {t('columnsButton')}
      </Button>
    </Popover>
  );
}
