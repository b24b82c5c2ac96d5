/** What files put among the words that nobody said. */

const modelTag = /<\|[^|<>\n]{0,40}\|>/g;
const subtitleTag = /\{\\[^{}\n]{0,80}\}|<\/?(?:font|b|i|u|s|c)(?:[ .=][^<>\n]{0,200})?>/gi;
const cueTag = /<\/?(?:v|c|i|b|u|ruby|rt|lang)\b[^<>]*>|<[\d:.]+>/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** `<|zh|><|HAPPY|>` of SenseVoice, wherever it is written. */
export const withoutModelTags = (text: string): string => text.replace(modelTag, '');

/** `{\an8}`, `<font …>` and `<i>` of SRT and ASS. Other angle brackets may be words. */
export const withoutSubtitleTags = (text: string): string => withoutModelTags(text).replace(subtitleTag, '');

/** Tags and entities of WebVTT. */
export const withoutCueTags = (text: string): string =>
  withoutModelTags(text)
    .replace(cueTag, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_whole, name: string) => entities[name]!);

/** A sentence that only names a sound, `[音乐]`, `(laughter)`, `♪`, or its own time. */
const noWords =
  /^[♪♫\s]+$|^[[(（【<*]\s*(?:背景)?(?:音乐|静音|沉默|噪音|噪声|掌声|笑声|铃声|空白|music|silence|noise|applause|laughter|laughs|ringing|blank[_ ]audio|no speech)\s*[\])）】>*]$|^[[(（【]\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\s*[\])）】]$/i;

export const saysNothing = (text: string): boolean => noWords.test(text);
