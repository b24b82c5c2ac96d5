import { type LibraryDb, writesOfOthers } from '../../db/index.ts';
import { Topic } from '../contract/index.ts';
import type { Events } from './events.ts';

/** Milliseconds. A running import of another process changes the library all the time; screens need not ask as often. */
const period = 2000;

/**
 * Tells the screens to ask again when another process wrote into the same library, such as an import by the CLI.
 * What it wrote is not known: every topic changed. Looks only while somebody listens.
 * @returns ends it
 */
export function watchForeignWrites(library: LibraryDb, events: Events): () => void {
  let seen = writesOfOthers(library);
  const timer = setInterval(() => {
    if (events.listeners === 0) return;
    const now = writesOfOthers(library);
    if (now === seen) return;
    seen = now;
    for (const topic of Topic.options) events.changed(topic);
  }, period);
  timer.unref();
  return () => clearInterval(timer);
}
