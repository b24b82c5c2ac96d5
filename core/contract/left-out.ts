/** What files that an import does not take are called, and the step that would bring them in. */
import type { Language } from './common.ts';
import type { LeftOutKind } from './imports.ts';

const texts: Record<LeftOutKind, { zh: string; en: string }> = {
  archive: { zh: '压缩包，请解压后再导入', en: 'archives: unpack them and import again' },
  headerless: {
    zh: '无文件头的声音，采样率和编码无从得知：请按实际格式改扩展名为 .sln、.ulaw、.alaw 或 .vox，或转换为 WAV',
    en: 'sound without a header, whose rate and coding cannot be told: rename to .sln, .ulaw, .alaw or .vox as it is, or convert to WAV',
  },
  mix: { zh: '双方的混音，通话已由两侧的录音合成', en: 'mix of both sides, which are taken side by side' },
  'call-records': {
    zh: '话单文件，没有选用：请在导入时选择它',
    en: 'call records that were not chosen: choose them when importing',
  },
  transcript: { zh: '转写文件，旁边没有同名的录音', en: 'transcripts without a recording of the same name' },
  document: { zh: '文档、图片等', en: 'documents, pictures and the like' },
  system: { zh: '系统文件', en: 'files of the system' },
  unknown: { zh: '不是可识别的录音', en: 'not known as recordings' },
};

export function leftOutText(kind: LeftOutKind, language: Language): string {
  return texts[kind][language];
}
