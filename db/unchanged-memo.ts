import type { LibraryDb } from './open.ts';

/** How many answers of each kind are kept: an order holds an id of every recording, the others are small. */
const kept = { totals: 50, groups: 20, facets: 20, order: 2, spoken: 4 };

interface Memo {
  stamp: string;
  answers: Record<keyof typeof kept, Map<string, Promise<unknown>>>;
}
const memos = new WeakMap<LibraryDb, Memo>();

/**
 * The answer to a question already asked, as long as nothing was written since, by this process or another.
 * @param about all arguments of the question
 */
export async function whileUnchanged<T>(
  library: LibraryDb,
  kind: keyof typeof kept,
  about: unknown,
  ask: () => Promise<T>,
): Promise<T> {
  const stamp = stampOf(library);
  let memo = memos.get(library);
  if (memo?.stamp !== stamp) {
    memo = {
      stamp,
      answers: { totals: new Map(), groups: new Map(), facets: new Map(), order: new Map(), spoken: new Map() },
    };
    memos.set(library, memo);
  }
  const answers = memo.answers[kind];
  const key = JSON.stringify(about);
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const answer = ask();
  answers.set(key, answer);
  if (answers.size > kept[kind]) answers.delete(answers.keys().next().value!);
  answer.catch(() => answers.delete(key));
  return answer;
}

/** Another one after every write, by whatever process. */
export function stampOf(library: LibraryDb): string {
  const own = library.raw.prepare('SELECT total_changes()').pluck().get();
  return `${own}/${writesOfOthers(library)}`;
}

/** A number that is another one after each write of another process. */
export function writesOfOthers(library: LibraryDb): number {
  return library.raw.pragma('data_version', { simple: true }) as number;
}
