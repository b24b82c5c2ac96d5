/** Speech models that are known to serve Mandarin calls, with where to get them and what was published of them. */
import type { Bilingual, TranscriptionEngineName } from '../contract/index.ts';

export interface ModelFile {
  /** Name in the library; for a model of several files, in its folder. */
  name: string;
  /** Path at the mirror. */
  from: string;
  bytes: number;
  sha256: string;
}

export interface KnownModel {
  name: string;
  engine: TranscriptionEngineName;
  title: Bilingual;
  files: ModelFile[];
  recommended: boolean;
  memoryBytes: number;
  /** Times faster than the call: eight threads of a shared server; two threads of a 2.5 GHz Xeon. */
  speedServer: number | null;
  speedOffice: number | null;
  errorPercent: number | null;
  note: Bilingual;
}

const funasr: Bilingual = {
  zh: '错字率为 FunASR 公布的 60 段真实普通话长录音的结果，未在 8 kHz 客服通话上测过。',
  en: 'Errors as FunASR published them for 60 long Mandarin recordings; not measured on 8 kHz calls.',
};
const noFigure: Bilingual = {
  zh: '没有可靠的普通话错字率。',
  en: 'No reliable figure of errors in Mandarin is known.',
};
const whisperFile = (name: string, bytes: number, sha256: string): ModelFile[] => [
  { name, from: `/ggerganov/whisper.cpp/resolve/main/${name}`, bytes, sha256 },
];
const senseVoice = '/csukuangfj/sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17/resolve/main';

export const knownModels: readonly KnownModel[] = [
  {
    name: 'sense-voice-small',
    engine: 'sherpa-onnx',
    title: { zh: 'SenseVoice 小（int8）', en: 'SenseVoice small (int8)' },
    files: [
      {
        name: 'model.int8.onnx',
        from: `${senseVoice}/model.int8.onnx`,
        bytes: 239_233_841,
        sha256: 'c71f0ce00bec95b07744e116345e33d8cbbe08cef896382cf907bf4b51a2cd51',
      },
      {
        name: 'tokens.txt',
        from: `${senseVoice}/tokens.txt`,
        bytes: 315_894,
        sha256: 'f449eb28dc567533d7fa59be34e2abca8784f771850c78a47fb731a31429a1dc',
      },
    ],
    recommended: true,
    memoryBytes: 560e6,
    speedServer: 19.8,
    speedOffice: null,
    errorPercent: 7.2,
    note: funasr,
  },
  {
    name: 'ggml-tiny.bin',
    engine: 'whisper.cpp',
    title: { zh: 'Whisper 微型', en: 'Whisper tiny' },
    files: whisperFile('ggml-tiny.bin', 77_691_713, 'be07e048e1e599ad46341c8d2a135645097a538221678b7acdd1b1919c6e1b21'),
    recommended: false,
    memoryBytes: 350e6,
    speedServer: null,
    speedOffice: 20,
    errorPercent: null,
    note: noFigure,
  },
  {
    name: 'ggml-base.bin',
    engine: 'whisper.cpp',
    title: { zh: 'Whisper 基础', en: 'Whisper base' },
    files: whisperFile(
      'ggml-base.bin',
      147_951_465,
      '60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe',
    ),
    recommended: false,
    memoryBytes: 450e6,
    speedServer: 12.7,
    speedOffice: 9,
    errorPercent: 23,
    note: funasr,
  },
  {
    name: 'ggml-small.bin',
    engine: 'whisper.cpp',
    title: { zh: 'Whisper 小', en: 'Whisper small' },
    files: whisperFile(
      'ggml-small.bin',
      487_601_967,
      '1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b',
    ),
    recommended: false,
    memoryBytes: 900e6,
    speedServer: 4.8,
    speedOffice: 2.7,
    errorPercent: 17.5,
    note: funasr,
  },
  {
    name: 'ggml-medium.bin',
    engine: 'whisper.cpp',
    title: { zh: 'Whisper 中', en: 'Whisper medium' },
    files: whisperFile(
      'ggml-medium.bin',
      1_533_763_059,
      '6c14d5adee5f86394037b4e4e8b59f1673b6cee10e3cf0b11bbdbee79c156208',
    ),
    recommended: false,
    memoryBytes: 2.3e9,
    speedServer: null,
    speedOffice: 1.1,
    errorPercent: null,
    note: noFigure,
  },
  {
    name: 'ggml-large-v3-turbo-q5_0.bin',
    engine: 'whisper.cpp',
    title: { zh: 'Whisper 大 v3 turbo（q5）', en: 'Whisper large v3 turbo (q5)' },
    files: whisperFile(
      'ggml-large-v3-turbo-q5_0.bin',
      574_041_195,
      '394221709cd5ad1f40c46e6031ca61bce88931e6e088c188294c6d5a55ffa7e2',
    ),
    recommended: false,
    memoryBytes: 1.1e9,
    speedServer: 3,
    speedOffice: null,
    errorPercent: 16.3,
    note: {
      zh: '错字率和速度为 FunASR 公布的未量化版本的结果，未在 8 kHz 客服通话上测过。',
      en: 'Errors and speed as FunASR published them for the unquantised model; not measured on 8 kHz calls.',
    },
  },
];
