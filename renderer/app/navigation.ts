/**
 * Where the user is, kept in the URL's hash so that a restart comes back to it. What a list showed is kept with its
 * entry of the browser's history, so that going back comes to the same list.
 */
import { create } from 'zustand';
import type { RecordingFilter, RecordingSort } from '../../core/contract/index.ts';

export type ScreenId = 'review' | 'library' | 'search' | 'trends' | 'reports' | 'clips' | 'rules' | 'settings';
export const screenIds: readonly ScreenId[] = [
  'review',
  'library',
  'search',
  'trends',
  'reports',
  'clips',
  'rules',
  'settings',
];

export type SettingsPageId = 'person' | 'review' | 'transcription' | 'models' | 'keys' | 'library';
const settingsPageIds: readonly string[] = ['person', 'review', 'transcription', 'models', 'keys', 'library'];

/** The list that previous/next walk through: what the library (or a drill-down) shows. */
export interface RecordingQuery {
  filter: RecordingFilter;
  sort: RecordingSort;
}

interface Navigation {
  screen: ScreenId;
  /** Recording that the review screen shows. */
  recordingId: string | null;
  /** Seconds to start from, when a mark, hit or clip led here. */
  at: number | null;
  /** Checklist item to stand on, when an error in a report led here. */
  itemId: string | null;
  settingsPage: SettingsPageId;
  query: RecordingQuery;
  /** Screen whose mark opened the list; null once all its filters are taken away. */
  from: ScreenId | null;
}

/** What an entry of the browser's history remembers beside its hash. */
type Remembered = Pick<Navigation, 'at' | 'itemId' | 'query' | 'from'>;

export const defaultQuery: RecordingQuery = { filter: {}, sort: { by: 'startedAt', descending: true } };

const nowhere = { at: null, itemId: null };

export const useNavigation = create<Navigation>(() => ({
  ...fromHash(location.hash),
  ...nowhere,
  query: defaultQuery,
  from: null,
}));

export function go(screen: ScreenId): void {
  useNavigation.setState({ screen, ...nowhere });
  remember();
}

/** Opens a recording for review, at a second and on a checklist item when given. */
export function openReview(recordingId: string, at: number | null = null, itemId: string | null = null): void {
  useNavigation.setState({ screen: 'review', recordingId, at, itemId });
  remember();
}

export function openSettings(settingsPage: SettingsPageId): void {
  useNavigation.setState({ screen: 'settings', settingsPage, ...nowhere });
  remember();
}

/** Shows the calls behind a mark: the library with that filter. */
export function openLibrary(filter: RecordingFilter): void {
  useNavigation.setState(({ query, screen }) => ({
    screen: 'library',
    query: { ...query, filter },
    from: screen === 'library' ? null : screen,
  }));
  remember();
}

export function setQuery(query: Partial<RecordingQuery>): void {
  useNavigation.setState((state) => ({
    query: { ...state.query, ...query },
    from: query.filter && Object.keys(query.filter).length === 0 ? null : state.from,
  }));
  history.replaceState(remembered(), '');
}

function remembered(): Remembered {
  const { at, itemId, query, from } = useNavigation.getState();
  return { at, itemId, query, from };
}

function remember(): void {
  const { screen, recordingId, settingsPage } = useNavigation.getState();
  const place = screen === 'review' ? recordingId : screen === 'settings' ? settingsPage : null;
  const hash = place ? `#/${screen}/${place}` : `#/${screen}`;
  if (location.hash !== hash) history.pushState(remembered(), '', hash);
  else history.replaceState(remembered(), '');
}

function fromHash(hash: string): Pick<Navigation, 'screen' | 'recordingId' | 'settingsPage'> {
  const [, screen = '', id = ''] = hash.split('/');
  const known = screenIds.find((candidate) => candidate === screen) ?? 'library';
  return {
    screen: known,
    recordingId: known === 'review' && id !== '' ? decodeURIComponent(id) : null,
    settingsPage: known === 'settings' && settingsPageIds.includes(id) ? (id as SettingsPageId) : 'person',
  };
}

/** Back and forward of the browser (and the mouse's side buttons). */
export function followHistory(): () => void {
  const onPop = ({ state }: PopStateEvent) => {
    const { query, ...rest } = (state as Remembered | null) ?? {};
    useNavigation.setState((now) => ({
      ...fromHash(location.hash),
      ...nowhere,
      ...rest,
      // The same list stays the same object: who watches for another one sees none.
      ...(query && JSON.stringify(query) !== JSON.stringify(now.query) ? { query } : {}),
    }));
  };
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}
