/** Which moments sound like speech: cuts what is loud enough into pieces and has them judged many at a time. */
import { contextSamples, type SpeechModel, windowSamples } from './silero/speech-model.ts';
import { telephoneRate } from './telephone-rate.ts';
import { Timeline } from './timeline.ts';

/** Seconds. */
export const windowS = windowSamples / telephoneRate;

/** Quieter windows (-65 dBFS RMS) hold nothing that could be heard on a phone: not judged, no speech. */
const gatePower = 10 ** (-65 / 10);
/** So many quiet windows are judged before and after loud ones: the model wants to hear the onset. */
const margin = 8;
/** Sound without a pause is cut into pieces of this many windows … */
const pieceWindows = 192;
/** … each of which begins with some windows of the one before, judged again until the model has warmed up. */
const warmUp = 24;
const roomSamples = contextSamples + (warmUp + pieceWindows) * windowSamples;
/** Pieces judged side by side: one call for many costs little more than for one. */
const batch = 16;

interface Piece {
  /** Context, then windows; goes back to where it came from when it has been judged. */
  room: Float32Array;
  windows: number;
  /** Position of the first window. */
  from: number;
  /** Windows at the front whose result is not wanted. */
  skip: number;
  into: Timeline;
}

export interface SpeechActivity {
  /** Takes samples of a channel; resolves when there is room for more. */
  push(channel: number, samples: Float32Array, frames: number): Promise<void> | undefined;
  /** Judges what is left. @returns per channel a byte per window: 0 never, 255 surely speech */
  end(): Promise<Timeline[]>;
}

export function createSpeechActivity(channels: number, loadModel: () => Promise<SpeechModel>): SpeechActivity {
  const queue: Piece[] = [];
  const free: Float32Array[] = [];
  const lanes = Array.from({ length: channels }, () =>
    createLane(
      () => free.pop() ?? new Float32Array(roomSamples),
      (piece) => queue.push(piece),
    ),
  );

  async function judge(count: number): Promise<void> {
    const pieces = queue.splice(0, count);
    const model = await loadModel();
    const results = await model.judge(
      pieces.map(({ room, windows }) => room.subarray(0, contextSamples + windows * windowSamples)),
    );
    pieces.forEach(({ room, from, skip, into }, index) => {
      free.push(room);
      const probabilities = results[index]!;
      for (let i = skip; i < probabilities.length; i++) into.set(from + i, Math.round(probabilities[i]! * 255));
    });
  }
  return {
    push(channel, samples, frames) {
      lanes[channel]!.push(samples, frames);
      return queue.length >= batch ? judge(batch) : undefined;
    },
    async end() {
      for (const lane of lanes) lane.end();
      while (queue.length > 0) await judge(batch);
      return lanes.map(({ activity }) => activity);
    },
  };
}

/** One channel: finds where it is loud, with a margin, and emits that as pieces. */
function createLane(takeRoom: () => Float32Array, emit: (piece: Piece) => void) {
  const activity = new Timeline();
  const window = new Float32Array(windowSamples);
  let filled = 0;
  /** Windows completed so far. */
  let position = 0;
  const buffer = new Float32Array(roomSamples);
  /** Windows in the buffer, of which the last `quiet` were quiet; it is a run once one was loud. */
  let [held, quiet, skip, running] = [0, 0, 0, false];

  /** Drops all but the last windows of the buffer; what lies before them becomes their context. */
  function keepLast(windows: number) {
    const drop = (held - windows) * windowSamples;
    buffer.copyWithin(0, drop, contextSamples + held * windowSamples);
    held = windows;
  }
  function finish() {
    if (held <= skip) return;
    const room = takeRoom();
    room.set(buffer.subarray(0, contextSamples + held * windowSamples));
    emit({ room, windows: held, from: position - held, skip, into: activity });
  }
  function takeWindow() {
    let sum = 0;
    for (const sample of window) sum += sample * sample;
    const loud = sum / windowSamples >= gatePower;
    buffer.set(window, contextSamples + held * windowSamples);
    held++;
    position++;
    quiet = loud ? 0 : quiet + 1;
    if (loud && !running) {
      running = true;
      skip = 0;
    }
    if (running && quiet >= margin) {
      finish();
      running = false;
      keepLast(margin);
    } else if (running && held === warmUp + pieceWindows) {
      finish();
      keepLast(warmUp);
      skip = warmUp;
    } else if (!running && held > margin) {
      keepLast(margin);
    }
  }
  return {
    activity,
    push(samples: Float32Array, frames: number) {
      for (let from = 0; from < frames; ) {
        const count = Math.min(frames - from, windowSamples - filled);
        window.set(samples.subarray(from, from + count), filled);
        filled += count;
        from += count;
        if (filled < windowSamples) continue;
        takeWindow();
        filled = 0;
      }
    },
    end() {
      if (filled > 0) {
        window.fill(0, filled);
        takeWindow();
        filled = 0;
      }
      if (running) finish();
      running = false;
      if (activity.length < position) activity.set(position - 1, activity.view()[position - 1] ?? 0);
    },
  };
}
