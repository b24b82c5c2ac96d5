import { callFacts } from '../app/call-facts/locale.ts';
import { clips } from '../screens/clips/locale.ts';
import { help } from '../screens/help/locale.ts';
import { importing } from '../screens/import/locale.ts';
import { library } from '../screens/library/locale.ts';
import { reports } from '../screens/reports/locale.ts';
import { review } from '../screens/review/locale.ts';
import { transcriptFile } from '../screens/review/transcript-file/locale.ts';
import { rules } from '../screens/rules/locale.ts';
import { search } from '../screens/search/locale.ts';
import { settings } from '../screens/settings/locale.ts';
import { transcription } from '../screens/transcription/locale.ts';
import { trends } from '../screens/trends/locale.ts';
import { common } from './common.ts';

/** Every namespace: one line per screen. */
export const locales = {
  callFacts,
  clips,
  common,
  help,
  importing,
  library,
  reports,
  review,
  rules,
  search,
  settings,
  transcriptFile,
  transcription,
  trends,
};
