/** The menus, drawn from the command registry: in the page for the browser, as a native menu on the desktop. */
import { Dropdown, type MenuProps } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { chordAccelerator, chordLabel } from '../commands/chord.ts';
import { type CommandGroup, type CommandId, commandIds, commandInfo } from '../commands/commands.ts';
import { isEnabled, keysOf, run, useKeySettings } from '../commands/dispatcher.ts';
import { host, type MenuItemModel } from '../host.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import styles from './menu-bar.module.css';
import { type ScreenId, useNavigation } from './navigation.ts';

const groups: readonly CommandGroup[] = ['file', 'edit', 'play', 'score', 'view', 'help'];

const entries = (group: CommandGroup, screen: ScreenId): CommandId[] =>
  commandIds.filter((id) => {
    const info = commandInfo[id];
    return info.group === group && !info.hidden && (!info.screens || info.screens.includes(screen));
  });

export function MenuBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const screen = useNavigation((state) => state.screen);
  const settings = useKeySettings();
  const [open, setOpen] = useState<CommandGroup | null>(null);
  const items = (group: CommandGroup): MenuProps['items'] =>
    entries(group, screen).map((id) => ({
      key: id,
      disabled: !isEnabled(id),
      label: commandInfo[id].title[language],
      extra: chordLabel(keysOf(id, settings)[0] ?? ''),
    }));
  return (
    <div className={styles.bar} role="menubar" aria-label={t('appName')}>
      {groups
        .filter((group) => entries(group, screen).length > 0)
        .map((group) => (
          <Dropdown
            key={group}
            autoFocus
            trigger={['click']}
            open={open === group}
            onOpenChange={(next) => setOpen(next ? group : null)}
            menu={{
              items: items(group) ?? [],
              onClick: ({ key }) => {
                setOpen(null);
                run(key as CommandId);
              },
            }}
          >
            <button
              type="button"
              role="menuitem"
              aria-haspopup="menu"
              className={styles.menu}
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => open && setOpen(group)}
            >
              {t(`menu.${group}`)}
            </button>
          </Dropdown>
        ))}
    </div>
  );
}

/** Sends the same menus to the desktop shell whenever language, screen, keys or what can run changes. */
export function useNativeMenu(): void {
  const { t } = useTranslation();
  const language = useLanguage();
  const screen = useNavigation((state) => state.screen);
  const settings = useKeySettings();
  const model = useMemo<MenuItemModel[]>(
    () =>
      groups.map((group) => ({
        label: t(`menu.${group}`),
        items: entries(group, screen).map((id) => {
          const accelerator = chordAccelerator(keysOf(id, settings)[0] ?? '');
          return {
            command: id,
            label: commandInfo[id].title[language],
            enabled: isEnabled(id),
            ...(accelerator ? { accelerator } : {}),
          };
        }),
      })),
    [t, language, screen, settings],
  );
  useEffect(() => host.setMenu?.(model), [model]);
  useEffect(() => host.onMenuCommand?.((command) => run(command as CommandId)), []);
}
