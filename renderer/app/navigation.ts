/** Where the user is, kept in the URL's hash so that a restart comes back to it. */
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
  settingsPage: SettingsPageId;
  query: RecordingQuery;
}

export const defaultQuery: RecordingQuery = { filter: {}, sort: { by: 'startedAt', descending: true } };

export const useNavigation = create<Navigation>(() => ({ ...fromHash(location.hash), at: null, query: defaultQuery }));

export function go(screen: ScreenId): void {
  useNavigation.setState({ screen, at: null });
  writeHash();
}

/** Opens a recording for review, at a second when given. */
export function openReview(recordingId: string, at: number | null = null): void {
  useNavigation.setState({ screen: 'review', recordingId, at });
  writeHash();
}

export function openSettings(settingsPage: SettingsPageId): void {
  useNavigation.setState({ screen: 'settings', settingsPage, at: null });
  writeHash();
}

/** Shows the calls behind a mark: the library with that filter. */
export function openLibrary(filter: RecordingFilter): void {
  useNavigation.setState(({ query }) => ({ screen: 'library', query: { ...query, filter } }));
  writeHash();
}

export function setQuery(query: Partial<RecordingQuery>): void {
  useNavigation.setState((state) => ({ query: { ...state.query, ...query } }));
}

function writeHash(): void {
  const { screen, recordingId, settingsPage } = useNavigation.getState();
  const place = screen === 'review' ? recordingId : screen === 'settings' ? settingsPage : null;
  const hash = place ? `#/${screen}/${place}` : `#/${screen}`;
  if (location.hash !== hash) history.pushState(null, '', hash);
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
  const onPop = () => useNavigation.setState(fromHash(location.hash));
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}
