/** Header of a 16-bit PCM WAV file. @param dataBytes length of the samples that follow it */
export function wavHeader(format: { sampleRate: number; channels: number }, dataBytes: number): Buffer {
  const header = Buffer.alloc(wavHeaderBytes);
  const blockAlign = format.channels * 2;
  header.write('RIFF', 0);
  header.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(format.channels, 22);
  header.writeUInt32LE(format.sampleRate, 24);
  header.writeUInt32LE(format.sampleRate * blockAlign, 28);
  header.writeUInt16LE(blockAlign, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

export const wavHeaderBytes = 44;
/** Lengths are 32 bits wide. */
export const wavMaxDataBytes = 0xffff_ffff - wavHeaderBytes;
