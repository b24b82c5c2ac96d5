/**
 * npm that is told to end does not tell the program it runs, which would go on unseen. So the program looks
 * whether npm is still its parent, and ends itself politely when not.
 */
export function endWithNpm(everyMs = 500) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs);
  timer.unref();
}
