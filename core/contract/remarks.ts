/** What is to be known about a recording that came in all the same: each with a sentence that says what and what to do. */
import { z } from 'zod';
import type { Language } from './common.ts';

export const RecordingRemark = z.discriminatedUnion('code', [
  /** The header promises more sound than the file holds; milliseconds. */
  z.object({ code: z.literal('SHORTER_THAN_CLAIMED'), claimedMs: z.number().int(), realMs: z.number().int() }),
  /** Behind the end that the header names the file holds more, which was not read; about so many milliseconds. */
  z.object({ code: z.literal('HOLDS_MORE'), realMs: z.number().int(), moreMs: z.number().int() }),
  /** Pieces in the middle could not be decoded: so many milliseconds are missing. */
  z.object({ code: z.literal('PARTS_DAMAGED'), missingMs: z.number().int() }),
  /** The file stops in the middle of a piece; how much is missing cannot be told. */
  z.object({ code: z.literal('CUT_OFF') }),
  /** A file beside the recording is named as its transcript but cannot be read as one. Gone once there is a transcript. */
  z.object({ code: z.literal('TRANSCRIPT_UNREADABLE'), file: z.string() }),
  /** Sentences of its transcript that begin after the sound has ended; those before it or at impossible times are left out. */
  z.object({
    code: z.literal('TRANSCRIPT_OUTSIDE'),
    file: z.string(),
    kept: z.number().int(),
    leftOut: z.number().int(),
  }),
]);
export type RecordingRemark = z.infer<typeof RecordingRemark>;

/** The remark as a sentence. */
export function remarkText(remark: RecordingRemark, language: Language): string {
  const zh = language === 'zh';
  switch (remark.code) {
    case 'SHORTER_THAN_CLAIMED': {
      const [claimed, real] = [clock(remark.claimedMs), clock(remark.realMs)];
      return zh
        ? `文件标明时长 ${claimed}，实际只有 ${real} 的声音，后面的内容可能已丢失。已按实际时长导入；请向录音系统重新导出该文件后再导入。`
        : `The file claims to last ${claimed} but holds ${real} of sound; the rest may be lost. It was imported as it is; export it again from the recorder and import that.`;
    }
    case 'HOLDS_MORE': {
      const [real, more] = [clock(remark.realMs), clock(remark.moreMs)];
      return zh
        ? `文件标明时长 ${real}，其后还有约 ${more} 的内容没有读取，可能是声音。已按标明的时长导入；请向录音系统重新导出该文件后再导入。`
        : `The file claims to last ${real}, but about ${more} more lies behind that end, perhaps sound, and was not read. It was imported as it claims; export it again from the recorder and import that.`;
    }
    case 'PARTS_DAMAGED': {
      const missing = Math.max(1, Math.round(remark.missingMs / 1000));
      return zh
        ? `录音中有损坏的片段，约 ${missing} 秒无法解码，其后的时间会提前。已导入其余内容；请向录音系统重新导出该文件后再导入。`
        : `Parts of the recording are damaged: some ${missing} s could not be decoded, and what follows stands earlier. The rest was imported; export it again from the recorder and import that.`;
    }
    case 'CUT_OFF':
      return zh
        ? '文件末尾不完整，通话的结尾可能已丢失。已导入其余内容；请向录音系统重新导出该文件后再导入。'
        : 'The file breaks off; the end of the call may be lost. The rest was imported; export it again from the recorder and import that.';
    case 'TRANSCRIPT_UNREADABLE':
      return zh
        ? `旁边的 ${remark.file} 无法识别为转写，没有导入。支持 JSON、SRT、VTT、TXT、CSV；录音已导入，可在评分时另行选择转写文件。`
        : `${remark.file} beside it is not understood as a transcript and was left out. JSON, SRT, VTT, TXT and CSV are read; the recording is in, and a transcript can be attached while reviewing.`;
    case 'TRANSCRIPT_OUTSIDE': {
      const { file, kept, leftOut } = remark;
      const parts = zh
        ? [...(leftOut > 0 ? [`${leftOut} 句没有导入`] : []), ...(kept > 0 ? [`${kept} 句照原样导入`] : [])]
        : [...(leftOut > 0 ? [`${leftOut} left out`] : []), ...(kept > 0 ? [`${kept} imported as they are`] : [])];
      return zh
        ? `转写 ${file} 中有 ${leftOut + kept} 句的时间不在录音之内：${parts.join('，')}。请核对是否是这通录音的转写、录音是否完整，或在评分页重新导入并移动时间。`
        : `${leftOut + kept} sentences of the transcript ${file} lie outside the recording: ${parts.join(', ')}. Check that it belongs to this call and that the recording is whole, or import it again while reviewing and shift its times.`;
    }
  }
}

/** 65,000 → 1:05, 3,725,000 → 1:02:05. */
function clock(ms: number): string {
  const whole = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
