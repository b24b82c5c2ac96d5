/** Whether all channels of a recording carry the same sound: then it is a mono recording, whatever its header says. */

/** The difference may hold so much of the power (-26 dB): lossy codecs do not keep equal channels quite equal. */
const most = 1 / 400;

export function createSameness() {
  let difference = 0;
  let power = 0;
  let channelCount = 0;
  return {
    push(channels: readonly Float32Array[], frames: number) {
      const first = channels[0];
      if (!first || channels.length < 2) return;
      channelCount = channels.length;
      for (let c = 1; c < channels.length; c++) {
        const other = channels[c]!;
        for (let i = 0; i < frames; i++) {
          const [a, b] = [first[i]!, other[i]!];
          difference += (a - b) * (a - b);
          power += (a * a + b * b) / 2;
        }
      }
    },
    same: () => channelCount > 1 && power > 0 && difference <= power * most,
  };
}
