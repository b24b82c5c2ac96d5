/** The labelled calls as scenes: judged by sound, transcript and call record. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from '../../core/audio/measures/spans.ts';
import { detectors } from '../../core/findings/detectors/index.ts';
import { type LabelledCall, labelledCalls } from '../../core/test-support/labelled-calls.ts';
import type { Scene } from './scene.ts';
import { readSound } from './sound.ts';

interface Labels {
  id: string;
  channels: number;
  segments: { speaker: 'agent' | 'customer'; start: number; end: number }[];
}

export async function labelledScenes(folder: string): Promise<Scene[]> {
  const labels = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Labels[];
  return Promise.all(
    labelledCalls(folder).map(async (labelled) =>
      sceneOf(labelled, labels.find(({ id }) => id === labelled.id)!, folder),
    ),
  );
}

async function sceneOf(labelled: LabelledCall, { channels, segments }: Labels, folder: string): Promise<Scene> {
  const of = (speaker?: string) =>
    segments.filter((one) => !speaker || one.speaker === speaker).map(({ start, end }): Pair => [start, end]);
  return {
    name: labelled.id,
    sound: await readSound(join(folder, labelled.file)),
    spoken: channels === 1 ? [of()] : [of('agent'), of('customer')],
    music: labelled.waits.filter(({ kind }) => kind === 'music').map(({ start, end }) => [start, end]),
    expected: labelled.expected,
    accepted: labelled.accepted,
    spans: new Map(['wait-over-limit', 'prolonged-silence'].map((id) => [id, idealSpans(labelled, id)])),
    callOf(measures, { mono }) {
      const call = labelled.heard(measures);
      const side = { channels: 1, agentChannel: null, agentChannelFrom: null };
      return mono ? { ...call, recording: { ...call.recording, ...side } } : call;
    },
  };
}

/** The evidence with measures as a perfect ear would make them. */
function idealSpans({ measured }: LabelledCall, id: string): Pair[] {
  const { evidence, verdict } = detectors.find(({ rule }) => rule.id === id)!.detect(measured);
  return verdict === 'not_met' ? evidence.map(({ start, end }): Pair => [start, end]) : [];
}
