/** The settings as the renderer uses them: read once, applied to language, theme and keys, saved on change. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { defaultSettings, type Settings } from '../../core/contract/index.ts';
import { api } from '../api.ts';
import { useKeySettings } from '../commands/dispatcher.ts';
import { i18n } from '../i18n/index.ts';

export const useSettings = create<Settings>(() => defaultSettings);

export async function loadSettings(): Promise<void> {
  apply(await api.app.settings());
}

/** Applied at once; written behind. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  apply({ ...useSettings.getState(), ...patch });
  await api.app.saveSettings(patch);
}

/** Remembers something about a screen's layout under its own key. */
export function saveLayout(key: string, value: unknown): Promise<void> {
  return saveSettings({ layout: { ...useSettings.getState().layout, [key]: value } });
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function useTheme(): 'light' | 'dark' {
  const chosen = useSettings((settings) => settings.theme);
  const system = useSyncExternalStore(
    (changed) => {
      dark.addEventListener('change', changed);
      return () => dark.removeEventListener('change', changed);
    },
    () => (dark.matches ? 'dark' : 'light'),
  );
  return chosen === 'system' ? system : chosen;
}

function apply(settings: Settings): void {
  useSettings.setState(settings);
  useKeySettings.setState({ letterKeys: settings.letterKeys, bindings: settings.keyBindings });
  if (i18n.language !== settings.language) void i18n.changeLanguage(settings.language);
  document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
}
