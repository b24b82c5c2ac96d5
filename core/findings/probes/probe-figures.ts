/** How well the rules do on their probes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../contract/index.ts';
import { detectors } from '../detectors/index.ts';
import { type Probe, readProbes } from './read-probes.ts';

interface Judged extends Probe {
  found: Verdict;
  reason: string;
}

export interface ProbeFigures {
  rule: string;
  judged: Judged[];
  /** Of the probes that the rule called broken, the share that are. */
  precision: number;
  /** Of the broken probes, the share that the rule called so. */
  recall: number;
  /** Kept probes that were called broken. */
  accused: Judged[];
  /** Probes of which nothing can be told and that were called kept or broken. */
  told: Judged[];
}

/**
 * Every file of probes in a folder (that of the project when none is named), by the rule that names it.
 * @throws Error when a file names no rule
 */
export function probeFigures(folder = import.meta.dirname): ProbeFigures[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const rule = file.replace('.txt', '');
      const detector = detectors.find((known) => known.rule.id === rule);
      if (!detector) throw new Error(`${file}: there is no such rule`);
      const judged = readProbes(readFileSync(join(folder, file), 'utf8')).map((probe): Judged => {
        const { verdict, reason } = detector.detect(probe.call, probe.params);
        return { ...probe, found: verdict, reason: reason.zh };
      });
      return { rule, judged, ...figuresOf(judged) };
    });
}

function figuresOf(judged: readonly Judged[]) {
  const called = judged.filter(({ found }) => found === 'not_met');
  const broken = judged.filter(({ expected }) => expected === 'not_met');
  const right = called.filter(({ expected }) => expected === 'not_met').length;
  return {
    precision: called.length === 0 ? 0 : right / called.length,
    recall: broken.length === 0 ? 0 : right / broken.length,
    accused: called.filter(({ expected }) => expected === 'met'),
    told: judged.filter(({ expected, found }) => expected === 'cannot_tell' && found !== expected),
  };
}
