import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeAll, sample, shortestCall, writeWav } from '../../audio/testing.ts';
import { separationFolder } from '../engines/separation-files.ts';
import { writeTalkingSenseVoice } from '../engines/testing-onnx-model.ts';
import { writeSeparationModels } from '../engines/testing-separation-models.ts';
import { createQueueBench, type QueueBench } from '../testing-queue.ts';

let bench: QueueBench;
let recordingId: string;
beforeEach(async () => {
  bench = await createQueueBench();
  const call = shortestCall();
  const { sampleRate, channels } = await decodeAll(sample(call.file));
  const start = call.segments.find(({ speaker }) => speaker === 'agent')!.start;
  // One channel; somebody speaks in the first of two voices' time.
  const spoken = channels[0]!.slice(Math.round(start * sampleRate), Math.round((start + 2) * sampleRate));
  const mono = new Int16Array(10 * sampleRate);
  mono.set(spoken, sampleRate);
  writeWav(join(bench.calls, 'mono.wav'), sampleRate, [mono]);
  recordingId = (await bench.imported()).get('mono.wav')!;
});
afterEach(() => bench.close());

async function transcribe(): Promise<NonNullable<Awaited<ReturnType<QueueBench['transcriptOf']>>>> {
  const model = writeTalkingSenseVoice(join(bench.library, 'agent'), Array.from('很高兴为您服务'));
  const engine = 'sherpa-onnx' as const;
  const what = { recordingIds: [recordingId], model, engine, replace: true, first: false };
  const { jobId } = await bench.services().transcription.enqueue({ ...what, overCorrections: false }, {});
  expect(await bench.ended(jobId)).toMatchObject({ state: 'done', failed: 0 });
  return (await bench.transcriptOf(recordingId))!;
}
const separation = () => bench.services().transcription.separation(undefined, {});

it('a mono recording has no speakers where the models are missing; it is told where they belong', async () => {
  const { segments, speakersEstimated } = await transcribe();
  expect(new Set(segments.map(({ speaker }) => speaker))).toEqual(new Set(['unknown']));
  expect(speakersEstimated).toBe(false);
  expect(await separation()).toMatchObject({
    present: false,
    folder: join(bench.library, 'models', separationFolder),
    files: [{ url: expect.stringMatching(/^https:.*model\.onnx$/) }, { bytes: 39_593_761 }],
  });
});

it('with them the agent is known by voice and words; that is an estimate, and no rule relies on it', async () => {
  writeSeparationModels(join(bench.library, 'models', separationFolder));
  expect(await separation()).toMatchObject({ present: true });
  const { segments, speakersEstimated } = await transcribe();
  expect(segments.map(({ speaker, text }) => [speaker, text])).toContainEqual(['agent', '很高兴为您服务']);
  expect(speakersEstimated).toBe(true);
  const findings = await bench.services().findings.list({ recordingIds: [recordingId] }, {});
  const number = findings.find(({ rule }) => rule === 'agent-id')!;
  expect([number.verdict, number.reason.zh]).toEqual(['cannot_tell', '单声道录音，说话人由声音估计，不作为判断依据。']);
  const confirm = async (confirmed: boolean) => {
    const said = await bench.services().transcripts.confirmSpeakers({ recordingId, confirmed }, {});
    const [again] = (await bench.services().findings.list({ recordingIds: [recordingId] }, {})).filter(
      ({ rule }) => rule === 'agent-id',
    );
    return [said.speakersEstimated, again!.verdict];
  };
  // A person who has listened can vouch for it, and take that back.
  expect(await confirm(true)).toEqual([false, 'not_met']);
  expect(await confirm(false)).toEqual([true, 'cannot_tell']);
});
