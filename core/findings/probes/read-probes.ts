/**
 * Probes: labelled conversations of one rule, one a line, by which its words are measured.
 *
 * `## kept`, `## broken` and `## cannot tell` head the three groups. Turns stand between ` | `; a turn is the agent's
 * unless it begins with `客：`. `[30s]` is a pause of so many seconds in which nobody speaks, `[music 30s]` one with
 * hold music. Settings in braces may come first: `{outbound}`, `{inbound}`, `{no=8012}` (the agent's service number
 * on record, `{no=}` for none), `{company=云帆物流}` (the greeting must name it). `//` begins a comment.
 */
import type { Verdict } from '../../contract/index.ts';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import type { Call } from '../call.ts';

export interface Probe {
  /** As written. */
  text: string;
  expected: Verdict;
  call: Call;
  /** Parameters of the rule that the settings ask for. */
  params: Record<string, unknown>;
}

const groups = new Map<string, Verdict>([
  ['kept', 'met'],
  ['broken', 'not_met'],
  ['cannot tell', 'cannot_tell'],
]);

/** @throws Error with the number of a line that is not of the form */
export function readProbes(content: string): Probe[] {
  const probes: Probe[] = [];
  let expected: Verdict | undefined;
  for (const [index, line] of content.split('\n').entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('//')) continue;
    const bad = (problem: string) => new Error(`line ${index + 1}: ${problem}: ${text}`);
    if (text.startsWith('##')) {
      expected = groups.get(text.slice(2).trim());
      if (!expected) throw bad('no such group');
      continue;
    }
    if (!expected) throw bad('stands before every heading');
    try {
      probes.push({ text, expected, ...readProbe(text) });
    } catch (error) {
      throw bad(error instanceof Error ? error.message : String(error));
    }
  }
  return probes;
}

function readProbe(text: string): Pick<Probe, 'call' | 'params'> {
  const { settings, words } = /^(?:\{(?<settings>[^}]*)\})?(?<words>.*)$/u.exec(text)!.groups!;
  const { facts, params } = readSettings(settings ?? '');
  return { params, call: callOf(words!, facts) };
}

function readSettings(settings: string) {
  const facts: { direction: 'inbound' | 'outbound'; agentNo: string | null } = {
    direction: 'inbound',
    agentNo: '8012',
  };
  const params: Record<string, unknown> = {};
  for (const setting of settings.split(/[,，]/).map((part) => part.trim())) {
    const [name, value = ''] = setting.split('=');
    if (name === 'inbound' || name === 'outbound') facts.direction = name;
    else if (name === 'no') facts.agentNo = value || null;
    else if (name === 'company') params.companies = [value];
    else if (name !== '') throw new Error(`no such setting as ${name}`);
  }
  return { facts, params };
}

/** Four or five characters a second, as people talk; seconds between two turns. */
const secondsPerCharacter = 0.22;
const gapS = 0.4;

function callOf(words: string, facts: ReturnType<typeof readSettings>['facts']): Call {
  const lines: Line[] = [];
  const pauses: { music: boolean; span: [number, number] }[] = [];
  let time = gapS;
  for (const turn of words.split(' | ').map((part) => part.trim())) {
    const pause = /^\[(?<music>music )?(?<length>\d+(?:\.\d+)?)s\]$/.exec(turn)?.groups;
    if (pause) {
      const end = time + Number(pause.length);
      pauses.push({ music: pause.music !== undefined, span: [time, end] });
      time = end;
      continue;
    }
    const customer = /^客[：:]/.test(turn);
    const said = customer ? turn.slice(2).trim() : turn;
    if (said === '') throw new Error('a turn without words');
    const end = time + 0.4 + said.replace(/[\s\p{P}]/gu, '').length * secondsPerCharacter;
    lines.push([customer ? 'customer' : 'agent', time, end, said]);
    time = end + gapS;
  }
  return spokenCall(lines, { ...facts, durationS: time, measures: measuresOf(lines, pauses, time) });
}

function measuresOf(lines: Line[], pauses: { music: boolean; span: [number, number] }[], duration: number) {
  const side = (who: Line[0]) =>
    lines.filter(([speaker]) => speaker === who).map(([, start, end]): [number, number, number] => [start, end, -20]);
  const perfect = measured({ duration }, [side('agent'), side('customer')]);
  const music = pauses.filter((pause) => pause.music).map(({ span }) => span);
  return {
    ...perfect,
    channels: perfect.channels.map((channel) => ({ ...channel, music })),
    silences: pauses.filter((pause) => !pause.music).map(({ span }) => span),
  };
}
