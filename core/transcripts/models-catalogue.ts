/** Speech models that are known to serve Mandarin calls, with where to get them and what was published of them. */
import type { Bilingual, TranscriptionEngineName } from '../contract/index.ts';
import { separationFolder } from './engines/separation-files.ts';

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
  /**
   * Times faster than speech: eight threads of a shared server, as published; two threads of an x64 PC, with the engine
   * that is shipped.
   */
  speedServer: number | null;
  speedOffice: number | null;
  errorPercent: number | null;
  note: Bilingual;
}

const funasr: Bilingual = {
  zh: '错字率为 FunASR 公布的 60 段真实普通话长录音的结果，未在 8 kHz 客服通话上测过。',
  en: 'Errors as FunASR published them for 60 long Mandarin recordings; not measured on 8 kHz calls.',
};
/** The prebuilt whisper.cpp has no vector instructions on Windows x64: docs/decisions/0009. */
const slow: Bilingual = {
  zh: '附带的引擎在 Windows x64 电脑上较慢（那里宜用 ONNX 的 Whisper），倍数按只含语音的部分计算，由空模型测得或推算；Linux x64 和 ARM 电脑（如苹果芯片）快数倍。',
  en: 'The engine that comes along is slow on Windows x64 (Whisper in ONNX is the one to take there); the speed is that of speech alone, measured with empty models or reckoned from them. Linux x64 and ARM computers are several times faster.',
};
const joined = (one: Bilingual, other: Bilingual): Bilingual => ({
  zh: one.zh + other.zh,
  en: `${one.en} ${other.en}`,
});
const noFigure: Bilingual = {
  zh: '没有可靠的普通话错字率。',
  en: 'No reliable figure of errors in Mandarin is known.',
};
const whisperFile = (name: string, bytes: number, sha256: string): ModelFile[] => [
  { name, from: `/ggerganov/whisper.cpp/resolve/main/${name}`, bytes, sha256 },
];
/** Converted by the sherpa-onnx project, in eight bits. */
const whisperOnnxFiles = (size: string, encoder: [bytes: number, sha256: string], decoder: [number, string]) => {
  const from = `/csukuangfj/sherpa-onnx-whisper-${size}/resolve/main`;
  const file = (name: string, bytes: number, sha256: string): ModelFile => ({
    name,
    from: `${from}/${name}`,
    bytes,
    sha256,
  });
  return [
    file(`${size}-encoder.int8.onnx`, ...encoder),
    file(`${size}-decoder.int8.onnx`, ...decoder),
    file(`${size}-tokens.txt`, 816_730, 'b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126'),
  ];
};
const whisperOnnx = {
  engine: 'sherpa-onnx',
  recommended: false,
  speedServer: null,
  speedOffice: null,
  note: {
    zh: '在 Windows x64 电脑上用 Whisper 请选这一种：它用得上处理器的向量指令，附带的 whisper.cpp 在那里用不上；速度没有实测。错字率为 FunASR 公布的未量化版本的结果，未在 8 kHz 客服通话上测过。不接受业务词表。',
    en: 'The way to run Whisper on Windows x64: it uses the vector instructions of the processor, which the whisper.cpp that comes along does not there; its speed was not measured. Errors as FunASR published them for the unquantised model; not measured on 8 kHz calls. Takes no house vocabulary.',
  },
} as const;
const senseVoice = '/csukuangfj/sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17/resolve/main';

const senseVoiceAndWhisper: readonly KnownModel[] = [
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
    speedOffice: 3.5,
    errorPercent: null,
    note: joined(noFigure, slow),
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
    speedServer: null,
    speedOffice: 1.5,
    errorPercent: 23,
    note: joined(funasr, slow),
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
    speedServer: null,
    speedOffice: 0.4,
    errorPercent: 17.5,
    note: joined(funasr, slow),
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
    speedOffice: 0.1,
    errorPercent: null,
    note: joined(noFigure, slow),
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
    speedServer: null,
    speedOffice: 0.06,
    errorPercent: 16.3,
    note: joined(
      {
        zh: '错字率为 FunASR 公布的未量化版本的结果，未在 8 kHz 客服通话上测过。',
        en: 'Errors as FunASR published them for the unquantised model; not measured on 8 kHz calls.',
      },
      slow,
    ),
  },
];

const whisperInOnnx: readonly KnownModel[] = [
  {
    ...whisperOnnx,
    name: 'whisper-base-onnx',
    title: { zh: 'Whisper 基础（ONNX，宜用于 Windows x64）', en: 'Whisper base (ONNX, for Windows x64)' },
    files: whisperOnnxFiles(
      'base',
      [29_120_534, '0b8fb1304b6109976038efff5ace81720e00386f3ff6b54ee8c75291ca0a1e11'],
      [130_672_026, '9759d217388a01b3a4c7c15533201067b48ae819c4daafc8624e64b9409dc02d'],
    ),
    memoryBytes: 460e6,
    errorPercent: 23,
  },
  {
    ...whisperOnnx,
    name: 'whisper-small-onnx',
    title: { zh: 'Whisper 小（ONNX，宜用于 Windows x64）', en: 'Whisper small (ONNX, for Windows x64)' },
    files: whisperOnnxFiles(
      'small',
      [112_442_483, '4cbe7b22fa9026b843b60a68640c747de05bafb1a11b57edc0e66c232d9f33a9'],
      [262_226_114, 'acad50b5c782696e91b55914cc5ab4f756f1532f76e22aa6fc615f39fb69a8ee'],
    ),
    memoryBytes: 740e6,
    errorPercent: 17.5,
  },
  {
    ...whisperOnnx,
    name: 'whisper-turbo-onnx',
    title: {
      zh: 'Whisper 大 v3 turbo（ONNX，宜用于 Windows x64）',
      en: 'Whisper large v3 turbo (ONNX, for Windows x64)',
    },
    files: whisperOnnxFiles(
      'turbo',
      [674_716_297, 'b02dcdf54f348741e93fe732b67d933c8dcb6735655f710640143081db38878b'],
      [361_080_764, '20accd02388482eb3a46bd615631adfdc85e1eb2c7db9ea3f02a40ffe6b81547'],
    ),
    memoryBytes: 1.6e9,
    errorPercent: 16.3,
  },
];

/** In the order in which they are shown: of the two forms of Whisper the one first that suits the machine. */
export function modelsFor(platform: NodeJS.Platform, processor: NodeJS.Architecture): readonly KnownModel[] {
  const [senseVoice, ...whisperCpp] = senseVoiceAndWhisper;
  const windows = platform === 'win32' && processor === 'x64';
  return [senseVoice!, ...(windows ? [...whisperInOnnx, ...whisperCpp] : [...whisperCpp, ...whisperInOnnx])];
}

/** The two models that tell voices apart, under MIT and Apache-2.0. Not for choosing as what transcribes. */
export const separationModel: Pick<KnownModel, 'name' | 'engine' | 'files'> = {
  name: separationFolder,
  engine: 'sherpa-onnx',
  files: [
    {
      name: 'pyannote-segmentation-3-0.onnx',
      from: '/csukuangfj/sherpa-onnx-pyannote-segmentation-3-0/resolve/main/model.onnx',
      bytes: 5_992_913,
      sha256: '220ad67ca923bef2fa91f2390c786097bf305bceb5e261d4af67b38e938e1079',
    },
    {
      name: '3dspeaker_speech_eres2net_base_sv_zh-cn_3dspeaker_16k.onnx',
      from: '/csukuangfj/speaker-embedding-models/resolve/main/3dspeaker_speech_eres2net_base_sv_zh-cn_3dspeaker_16k.onnx',
      bytes: 39_593_761,
      sha256: '1a331345f04805badbb495c775a6ddffcdd1a732567d5ec8b3d5749e3c7a5e4b',
    },
  ],
};
