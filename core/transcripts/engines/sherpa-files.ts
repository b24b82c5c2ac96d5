import { basename, join } from 'node:path';

export interface SherpaFiles {
  kind: 'sense-voice' | 'paraformer';
  network: string;
  tokens: string;
}

/** What of a model folder sherpa-onnx is to load: the smaller, quantised network where both are there. */
export function sherpaFiles(folder: string, exists: (path: string) => boolean): SherpaFiles | null {
  const network = ['model.int8.onnx', 'model.onnx'].map((name) => join(folder, name)).find(exists);
  const tokens = join(folder, 'tokens.txt');
  if (!network || !exists(tokens)) return null;
  return { kind: /paraformer/i.test(basename(folder)) ? 'paraformer' : 'sense-voice', network, tokens };
}
