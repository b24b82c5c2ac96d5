/** The two models that tell voices apart, in a folder of the library's `models/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the folder. */
export const separationFolder = 'speaker-separation';

export interface SeparationFiles {
  segmentation: string;
  embedding: string;
}

/** As downloaded: `sherpa-onnx-pyannote-segmentation-3-0.onnx`, or `model.onnx` out of its archive. */
const segments = /segmentation|pyannote|^model(\.int8)?\.onnx$/i;

/** @returns null when one of the two is missing, or more than two make it unclear which is which */
export function separationFiles(folder: string): SeparationFiles | null {
  const networks = readFolder(folder).filter((name) => /\.onnx$/i.test(name));
  const [segmentation, ...others] = networks.filter((name) => segments.test(name));
  const [embedding, ...more] = networks.filter((name) => !segments.test(name));
  if (!segmentation || !embedding || others.length > 0 || more.length > 0) return null;
  return { segmentation: join(folder, segmentation), embedding: join(folder, embedding) };
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
