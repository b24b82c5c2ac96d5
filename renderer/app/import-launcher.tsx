/** Everything that starts an import from anywhere: drop on the window, commands, a second launch. */
export function ImportLauncher() {
  return null;
}
