/** Writes the two models of speaker separation in ONNX format for tests: they hold nothing learned. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineRate } from './engine.ts';
import { bytes, constantTensor, floatType, number, onnxModel, text, value } from './testing-onnx-model.ts';

/** Seconds that the segmentation hears at a time. */
export const windowSeconds = 10;
const frames = 589;
const window = windowSeconds * engineRate;
/** Nobody, each of three speakers alone, each pair of them. */
const classes = 7;
const features = 80;

/**
 * A segmentation that hears one speaker in the first half of ten seconds and another in the second, whatever they hold;
 * and voices that are known by the colour of their sound.
 * @returns the folder
 */
export function writeSeparationModels(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sherpa-onnx-pyannote-segmentation-3-0.onnx'), segmentation());
  writeFileSync(join(folder, 'voices.onnx'), embedding());
  return folder;
}

function segmentation(): Buffer {
  const scores = new Float32Array(frames * classes);
  for (let frame = 0; frame < frames; frame++) scores[frame * classes + (frame < frames / 2 ? 1 : 2)] = 10;
  const settings = {
    model_type: 'pyannote-segmentation-3.0',
    version: 1,
    num_speakers: 3,
    powerset_max_classes: 2,
    num_classes: classes,
    sample_rate: engineRate,
    window_size: window,
    receptive_field_size: 991,
    receptive_field_shift: 270,
  };
  return onnxModel(settings, [
    bytes(1, [bytes(1, text('scores')), bytes(2, text('y')), bytes(4, text('Identity'))]),
    constantTensor('scores', scores, [1, frames, classes]),
    bytes(11, value('x', floatType, [0, 1, 0])),
    bytes(12, value('y', floatType, [1, frames, classes])),
  ]);
}

/** The mean of the spectrum. */
function embedding(): Buffer {
  const settings = {
    framework: '3d-speaker',
    language: 'zh-cn',
    output_dim: features,
    sample_rate: engineRate,
    normalize_samples: 1,
    feature_normalize_type: '',
  };
  const axes = bytes(5, [bytes(1, text('axes')), number(8, 1), number(20, 7)]);
  const dropAxis = bytes(5, [bytes(1, text('keepdims')), number(3, 0), number(20, 2)]);
  return onnxModel(settings, [
    bytes(1, [bytes(1, text('x')), bytes(2, text('embedding')), bytes(4, text('ReduceMean')), axes, dropAxis]),
    bytes(11, value('x', floatType, [0, 0, features])),
    bytes(12, value('embedding', floatType, [0, features])),
  ]);
}
