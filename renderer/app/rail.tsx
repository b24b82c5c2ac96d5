import { run } from '../commands/dispatcher.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useTranslation } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { Tip } from '../ui/tip.tsx';
import { useNavigation } from './navigation.ts';
import styles from './rail.module.css';
import { screens } from './screens.ts';

export function Rail() {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} aria-label={t('menu.view')}>
      {screens.map((screen) => (
        <RailItem key={screen.id} {...screen} />
      ))}
    </nav>
  );
}

function RailItem({ id, icon, command }: (typeof screens)[number]) {
  const { t } = useTranslation();
  const current = useNavigation((state) => state.screen) === id;
  const key = useKeyLabel(command);
  const label = t(`screen.${id}`);
  return (
    <Tip text={label} kbd={key} beside>
      <button
        type="button"
        className={[styles.item, current && styles.current, id === 'settings' && styles.last].filter(Boolean).join(' ')}
        aria-current={current ? 'page' : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run(command)}
      >
        <Icon name={icon} size={20} />
        <span className={styles.label}>{label}</span>
        <kbd aria-hidden="true">{key}</kbd>
      </button>
    </Tip>
  );
}
