/** Measures a recording in the decoding pass. Keeps some 250 bytes per second and channel, and judges at the end. */
import type { Measures } from '../measures.ts';
import type { SampleSink } from '../sample-sink.ts';
import { judge } from './judge.ts';
import { createLevelMeter, type LevelMeter } from './levels.ts';
import { createSameness } from './sameness.ts';
import { loadSpeechModel } from './silero/speech-model.ts';
import { createSpeechActivity, type SpeechActivity } from './speech-activity.ts';
import { createResampler, type Resampler, telephoneRate } from './telephone-rate.ts';
import { createToneMeter, type ToneMeter } from './tones/tone-meter.ts';

/** @returns the sink, and its result once it has ended */
export function createMeasuresSink(): SampleSink & { result(): Measures } {
  let resampler: Resampler | undefined;
  let activity: SpeechActivity;
  let meters: { level: LevelMeter; tone: ToneMeter }[] = [];
  let frames = 0;
  const sameness = createSameness();
  let result: Measures | undefined;

  async function take(channels: readonly Float32Array[], count: number): Promise<void> {
    frames += count;
    sameness.push(channels, count);
    for (let c = 0; c < meters.length && count > 0; c++) {
      meters[c]!.level.push(channels[c]!, count);
      meters[c]!.tone.push(channels[c]!, count);
      await activity.push(c, channels[c]!, count);
    }
  }
  return {
    start(format) {
      resampler = createResampler(format);
      activity = createSpeechActivity(format.channels, loadSpeechModel);
      meters = Array.from({ length: format.channels }, () => ({ level: createLevelMeter(), tone: createToneMeter() }));
    },
    async push(channels, count) {
      const { channels: resampled, frames: left } = resampler!.convert(channels, count);
      await take(resampled, left);
    },
    async end() {
      const { channels, frames: left } = resampler!.flush();
      await take(channels, left);
      resampler!.free();
      const active = await activity.end();
      const heard = meters.map(({ level, tone }, index) => ({
        levels: level.levels.view(),
        peakDb: level.peakDb(),
        progress: tone.progress.view(),
        pressed: tone.pressed.view(),
        activity: active[index]!.view(),
      }));
      result = judge(sameness.same() ? heard.slice(0, 1) : heard, frames / telephoneRate);
    },
    abort: () => resampler?.free(),
    result() {
      if (!result) throw new Error('not measured to the end');
      return result;
    },
  };
}
