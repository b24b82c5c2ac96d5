/** The screens, in the order of the rail. */
import type { ComponentType } from 'react';
import type { CommandId } from '../commands/commands.ts';
import type { IconName } from '../ui/icon.tsx';
import type { ScreenId } from './navigation.ts';

interface Screen {
  id: ScreenId;
  icon: IconName;
  command: CommandId;
  load: () => Promise<ComponentType>;
}

export const screens: readonly Screen[] = [
  {
    id: 'review',
    icon: 'review',
    command: 'view.review',
    load: () => import('../screens/review/review-screen.tsx').then((m) => m.ReviewScreen),
  },
  {
    id: 'library',
    icon: 'library',
    command: 'view.library',
    load: () => import('../screens/library/library-screen.tsx').then((m) => m.LibraryScreen),
  },
  {
    id: 'search',
    icon: 'search',
    command: 'view.search',
    load: () => import('../screens/search/search-screen.tsx').then((m) => m.SearchScreen),
  },
  {
    id: 'trends',
    icon: 'trends',
    command: 'view.trends',
    load: () => import('../screens/trends/trends-screen.tsx').then((m) => m.TrendsScreen),
  },
  {
    id: 'reports',
    icon: 'reports',
    command: 'view.reports',
    load: () => import('../screens/reports/reports-screen.tsx').then((m) => m.ReportsScreen),
  },
  {
    id: 'clips',
    icon: 'clips',
    command: 'view.clips',
    load: () => import('../screens/clips/clips-screen.tsx').then((m) => m.ClipsScreen),
  },
  {
    id: 'rules',
    icon: 'filter',
    command: 'view.rules',
    load: () => import('../screens/rules/rules-screen.tsx').then((m) => m.RulesScreen),
  },
  {
    id: 'settings',
    icon: 'settings',
    command: 'file.settings',
    load: () => import('../screens/settings/settings-screen.tsx').then((m) => m.SettingsScreen),
  },
];
