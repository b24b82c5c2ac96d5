/** Names of everything that travels between the preload and main. */
export const channels = {
  corePort: 'core:port',
  coreRestarted: 'core:restarted',
  pick: 'host:pick',
  pickOutputFolder: 'host:pick-output-folder',
  revealInFolder: 'host:reveal-in-folder',
  notify: 'host:notify',
  setProgress: 'host:set-progress',
  setMenu: 'host:set-menu',
  menuCommand: 'host:menu-command',
  openPaths: 'host:open-paths',
  openPathsWanted: 'host:open-paths-wanted',
} as const;
