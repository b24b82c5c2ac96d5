/** A sentence of the guide with its keys as caps. */
import { chordLabel } from '../../commands/chord.ts';
import { commandInfo } from '../../commands/commands.ts';
import { keysOf, useKeySettings } from '../../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { partsOf } from './guide/section.ts';

export function HelpText({ text }: { text: string }) {
  const { t } = useTranslation('help');
  const language = useLanguage();
  const settings = useKeySettings();
  return partsOf(text).map((part, index) => {
    if ('text' in part) return part.text;
    const key = keysOf(part.command, settings)[0];
    // Who has taken the key away finds the command in the menus.
    return key ? (
      <Kbd key={index}>{chordLabel(key)}</Kbd>
    ) : (
      t('noKey', { title: commandInfo[part.command].title[language] })
    );
  });
}
