/** Hold music that is nobody's: made here, so that some is tried where no other is installed. */
import { createRandom, level } from './sound.ts';

/** Broken chords, a bass and a melody with vibrato, every note with overtones that die away. */
export function song(seconds: number, rate: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * rate));
  const random = createRandom(5);
  const play = (at: number, note: number, length: number, { vibrato, decay, db }: Record<string, number>) => {
    const frequency = 440 * 2 ** ((note - 69) / 12);
    let phase = 0;
    for (let i = 0; i < length * rate; i++) {
      const place = Math.round(at * rate) + i;
      if (place >= out.length) return;
      const time = i / rate;
      phase += (2 * Math.PI * frequency * (1 + vibrato! * Math.sin(2 * Math.PI * 5.5 * time))) / rate;
      const swell = Math.min(1, time / 0.02, (length - time) / 0.05) * Math.exp(-decay! * time) * level(db!);
      for (let k = 1; k <= 6 && frequency * k < 3600; k++) out[place]! += (swell * Math.sin(k * phase)) / k;
    }
  };
  const chords = [
    [60, 64, 67],
    [57, 60, 64],
    [65, 69, 72],
    [55, 59, 62],
  ];
  for (let bar = 0; bar * 2 < seconds; bar++) {
    const chord = chords[bar % 4]!;
    play(bar * 2, chord[0]! - 12, 1.9, { vibrato: 0, decay: 1.5, db: -28 });
    for (let k = 0; k < 8; k++) play(bar * 2 + k / 4, chord[k % 3]!, 0.6, { vibrato: 0, decay: 4, db: -30 });
    for (let k = 0; k < 4; k++)
      if (random() < 0.6)
        play(bar * 2 + k / 2, chord[Math.floor((random() + 1) * 1.49)]! + 12, 0.48, {
          vibrato: 0.01,
          decay: 0,
          db: -28,
        });
  }
  return out;
}
