import type { LibraryDb } from './open.ts';

interface Memo {
  stamp: string;
  answers: Map<string, Promise<unknown>>;
}
const memos = new WeakMap<LibraryDb, Memo>();
const limit = 50;

/**
 * The answer to a question already asked, as long as nothing was written since, by this process or another.
 * @param key names the question and all its arguments
 */
export async function whileUnchanged<T>(library: LibraryDb, key: string, ask: () => Promise<T>): Promise<T> {
  const stamp = stampOf(library);
  let memo = memos.get(library);
  if (memo?.stamp !== stamp) {
    memo = { stamp, answers: new Map() };
    memos.set(library, memo);
  }
  const { answers } = memo;
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const answer = ask();
  answers.set(key, answer);
  if (answers.size > limit) answers.delete(answers.keys().next().value!);
  answer.catch(() => answers.delete(key));
  return answer;
}

function stampOf(library: LibraryDb): string {
  const own = library.raw.prepare('SELECT total_changes()').pluck().get();
  const others = library.raw.pragma('data_version', { simple: true });
  return `${own}/${others}`;
}
