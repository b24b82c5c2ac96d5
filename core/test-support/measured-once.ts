/** Measures of recordings that several tests look at: made when first asked for, once in a test process. */
import { measure } from '../audio/measures/measure.ts';
import type { Measures } from '../audio/measures.ts';

const measured = new Map<string, Promise<Measures>>();

/** @param path of a recording that no test changes @returns shared: not to be changed */
export function measuredOnce(path: string): Promise<Measures> {
  const known = measured.get(path) ?? measure({ path });
  measured.set(path, known);
  return known;
}
