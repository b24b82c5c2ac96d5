import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface SherpaFiles {
  kind: 'sense-voice' | 'paraformer' | 'whisper';
  /** The file that identifies the model: its network, of Whisper the encoder. */
  network: string;
  /** Of Whisper. */
  decoder: string | null;
  tokens: string;
  /** Every file that belongs to the model: weights may lie beside a network that is too large for one file. */
  all: string[];
}

/** What of a model folder sherpa-onnx is to load: the smaller, quantised networks where there are both. */
export function sherpaFiles(folder: string): SherpaFiles | null {
  const names = namesIn(folder);
  const found = single(folder, names) ?? whisper(folder, names);
  if (!found) return null;
  const { kind, networks, tokens } = found;
  const stems = networks.map((name) => name.replace(/\.onnx$/, ''));
  const beside = names.filter((name) =>
    stems.some((stem) => name === `${stem}.weights` || name === `${stem}.onnx.data`),
  );
  const [network, decoder] = networks.map((name) => join(folder, name));
  return {
    kind,
    network: network!,
    decoder: decoder ?? null,
    tokens: join(folder, tokens),
    all: [...networks, tokens, ...beside].map((name) => join(folder, name)),
  };
}

interface Found {
  kind: SherpaFiles['kind'];
  networks: string[];
  tokens: string;
}

function single(folder: string, names: readonly string[]): Found | null {
  const network = ['model.int8.onnx', 'model.onnx'].find((name) => names.includes(name));
  if (!network || !names.includes('tokens.txt')) return null;
  const kind = /paraformer/i.test(basename(folder)) ? 'paraformer' : 'sense-voice';
  return { kind, networks: [network], tokens: 'tokens.txt' };
}

/** Whisper's three files share a prefix, its size. Without one, others have the same names: then the folder must tell. */
function whisper(folder: string, names: readonly string[]): Found | null {
  if (names.some((name) => /joiner/i.test(name))) return null;
  for (const name of names) {
    const prefix = /^(.*)encoder(\.int8)?\.onnx$/.exec(name)?.[1];
    if (prefix === undefined || (prefix === '' && !/whisper/i.test(basename(folder)))) continue;
    const part = (role: string) =>
      [`${prefix}${role}.int8.onnx`, `${prefix}${role}.onnx`].find((one) => names.includes(one));
    const networks = [part('encoder'), part('decoder')].filter((one) => one !== undefined);
    const tokens = [`${prefix}tokens.txt`, 'tokens.txt'].find((one) => names.includes(one));
    if (networks.length === 2 && tokens) return { kind: 'whisper', networks, tokens };
  }
  return null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
