/** Reads a file's name by the pattern that a person gave, or by those recognised in the whole import. */

import { systemPatterns } from './known-patterns.ts';
import { type NameMetadata, nameMetadata } from './name-metadata.ts';
import { parsePattern, stemOf } from './name-pattern.ts';
import { matchPlausibly, recognisePatterns } from './recognise-pattern.ts';

export type NameRule = { given: string } | { recognised: readonly string[] };

export function createNameReader(rule: NameRule, zone: string): (file: string) => NameMetadata {
  if ('given' in rule) {
    const pattern = parsePattern(rule.given);
    return (file) => nameMetadata(pattern.match(stemOf(file)) ?? {}, zone);
  }
  const patterns = [...systemPatterns, ...rule.recognised].map(parsePattern);
  return (file) => {
    const stem = stemOf(file);
    for (const pattern of patterns) {
      const fields = matchPlausibly(pattern, stem);
      if (fields) return nameMetadata(fields, zone);
    }
    // Unlike the names that were ranked: tried on its own.
    const [own] = recognisePatterns([stem]);
    return nameMetadata((own && matchPlausibly(own, stem)) ?? {}, zone);
  };
}
