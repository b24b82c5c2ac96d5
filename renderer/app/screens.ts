/** The screens, in the order of the rail. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { CommandId } from '../commands/commands.ts';
import type { IconName } from '../ui/icon.tsx';
import type { ScreenId } from './navigation.ts';

interface Screen {
  id: ScreenId;
  icon: IconName;
  command: CommandId;
  component: LazyExoticComponent<ComponentType>;
}

export const screens: readonly Screen[] = [
  {
    id: 'review',
    icon: 'review',
    command: 'view.review',
    component: lazy(() => import('../screens/review/review-screen.tsx').then((m) => ({ default: m.ReviewScreen }))),
  },
  {
    id: 'library',
    icon: 'library',
    command: 'view.library',
    component: lazy(() => import('../screens/library/library-screen.tsx').then((m) => ({ default: m.LibraryScreen }))),
  },
  {
    id: 'trends',
    icon: 'trends',
    command: 'view.trends',
    component: lazy(() => import('../screens/trends/trends-screen.tsx').then((m) => ({ default: m.TrendsScreen }))),
  },
  {
    id: 'reports',
    icon: 'reports',
    command: 'view.reports',
    component: lazy(() => import('../screens/reports/reports-screen.tsx').then((m) => ({ default: m.ReportsScreen }))),
  },
  {
    id: 'clips',
    icon: 'clips',
    command: 'view.clips',
    component: lazy(() => import('../screens/clips/clips-screen.tsx').then((m) => ({ default: m.ClipsScreen }))),
  },
  {
    id: 'rules',
    icon: 'filter',
    command: 'view.rules',
    component: lazy(() => import('../screens/rules/rules-screen.tsx').then((m) => ({ default: m.RulesScreen }))),
  },
  {
    id: 'settings',
    icon: 'settings',
    command: 'file.settings',
    component: lazy(() =>
      import('../screens/settings/settings-screen.tsx').then((m) => ({ default: m.SettingsScreen })),
    ),
  },
];
