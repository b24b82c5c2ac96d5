import { create } from 'zustand';

export type HelpPage = 'guide' | 'keys' | 'figures' | 'about' | 'licences';
export const helpPages: readonly HelpPage[] = ['guide', 'keys', 'figures', 'about', 'licences'];

/** The page of the help that is open; null: closed. */
export const useHelp = create<{ page: HelpPage | null }>(() => ({ page: null }));

export const openHelp = (page: HelpPage): void => useHelp.setState({ page });
export const closeHelp = (): void => useHelp.setState({ page: null });
