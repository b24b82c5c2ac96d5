import { expect, it } from 'vitest';
import { decodeAll, sample } from '../testing.ts';
import { contextSamples, loadSpeechModel, type SpeechModel, windowSamples } from './silero/speech-model.ts';
import { createSpeechActivity, windowS } from './speech-activity.ts';
import { addTones, secondsOf } from './testing.ts';

const call = async () => {
  const { channels } = await decodeAll(sample('20260304_163020_8017_18600006666.mp3'));
  return Float32Array.from(channels[0]!, (value) => value / 32768);
};

async function activityOf(channels: readonly Float32Array[], load: () => Promise<SpeechModel>) {
  const activity = createSpeechActivity(channels.length, load);
  for (let from = 0; from < channels[0]!.length; from += 999)
    for (const [c, samples] of channels.entries()) {
      const block = samples.subarray(from, from + 999);
      await activity.push(c, block, block.length);
    }
  return (await activity.end()).map((timeline) => timeline.view());
}

it('judged in pieces side by side sounds as judged in one go', async () => {
  const samples = await call();
  const windows = Math.floor(samples.length / windowSamples);
  const whole = new Float32Array(contextSamples + windows * windowSamples);
  whole.set(samples.subarray(0, windows * windowSamples), contextSamples);
  const model = await loadSpeechModel();
  const [expected] = await model.judge([whole]);
  const pieces = await activityOf([samples, samples.toReversed(), samples], loadSpeechModel);
  for (const found of [pieces[0]!, pieces[2]!]) {
    const differing = expected!.filter((probability, i) => probability > 0.5 !== (found[i] ?? 0) > 127).length;
    expect(differing / windows).toBeLessThan(0.02);
  }
  expect(pieces[0]).toEqual(pieces[2]);
});

it('hands only what can be heard to the model', async () => {
  const samples = secondsOf(60);
  addTones(samples, [300, 700], { at: 20, seconds: 2 });
  let judged = 0;
  const model: SpeechModel = {
    judge: async (pieces) =>
      pieces.map((piece) => {
        const windows = (piece.length - contextSamples) / windowSamples;
        judged += windows;
        return new Float32Array(windows).fill(1);
      }),
  };
  const [activity] = await activityOf([samples], async () => model);
  expect(judged * windowS).toBeGreaterThan(2);
  expect(judged * windowS).toBeLessThan(3);
  expect(activity!).toHaveLength(Math.ceil(60 / windowS));
  expect(activity![Math.floor(21 / windowS)]).toBe(255);
  expect(activity![Math.floor(10 / windowS)]).toBe(0);
});
