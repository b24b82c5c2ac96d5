/**
 * Regular expressions that people write. Threat: one nested quantifier in a backtracking engine stands still for
 * ever on a long sentence, and so would the core. They run on RE2's engine instead, which takes time in proportion
 * to the text whatever the pattern, and has no look-around or back-references; patterns and texts are bounded too.
 */
import { RE2JS, RE2JSException } from 're2js';
import { ruleLimits } from '../contract/index.ts';
import { comparable } from './chinese.ts';

export interface Place {
  /** UTF-16 positions, end exclusive. */
  start: number;
  end: number;
}

export interface SafePattern {
  /** As written. */
  source: string;
  /** Every non-empty hit in the first 2,000 characters, in order. */
  places(plain: string): Place[];
}

/** The pattern cannot be used; the message says why, in English. */
export class PatternError extends Error {
  readonly pattern: string;
  constructor(pattern: string, problem: string) {
    super(problem);
    this.name = 'PatternError';
    this.pattern = pattern;
  }
}

/** A sentence is never longer in earnest; a whole call in one line is cut here. */
const longest = 2000;

/**
 * @param pattern RE2 syntax; compared as phrases are: simplified characters, half-width, lower case
 * @throws PatternError when it is no RE2 pattern, too long, or matches the empty text
 */
export function compilePattern(pattern: string): SafePattern {
  const compiled = compile(pattern);
  if (compiled.matcher('').matches()) throw new PatternError(pattern, 'it matches the empty text');
  return {
    source: pattern,
    places(plain) {
      const matcher = compiled.matcher(plain.length > longest ? plain.slice(0, longest) : plain);
      const places: Place[] = [];
      while (matcher.find())
        if (matcher.end() > matcher.start()) places.push({ start: matcher.start(), end: matcher.end() });
      return places;
    },
  };
}

function compile(pattern: string): RE2JS {
  if (pattern.length > ruleLimits.patternLength) throw new PatternError(pattern, 'it is too long');
  try {
    return RE2JS.compile(simplifiedLiterals(pattern), RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException) throw new PatternError(pattern, error.message);
    throw error;
  }
}

/** Classes such as \D and \p{Lu} would change their meaning in lower case: only characters beyond ASCII are folded. */
function simplifiedLiterals(pattern: string): string {
  return pattern.replace(/[^\p{ASCII}]+/gu, (characters) =>
    comparable(characters).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'),
  );
}
