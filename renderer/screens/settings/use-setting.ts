import type { Settings } from '../../../core/contract/index.ts';
import { describeError } from '../../api.ts';
import { saveSettings, useSettings } from '../../app/settings.ts';
import { markSaved } from '../../app/status-bar.tsx';
import { useLanguage } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';

/** A setting and the function that changes it: at once on screen, then in the library. */
export function useSetting<K extends keyof Settings>(key: K): [Settings[K], (value: Settings[K]) => void] {
  const language = useLanguage();
  const value = useSettings((settings) => settings[key]);
  const change = (next: Settings[K]) => {
    saveSettings({ [key]: next } as Partial<Settings>).then(markSaved, (error: unknown) =>
      toast(describeError(error, language), { tone: 'error' }),
    );
  };
  return [value, change];
}
