/**
 * Expected errors: each has a code, an HTTP-like status and a text in both languages that says
 * what happened, to which thing, and what to do. `{name}` in a text is filled from the error's params.
 * Anything not in this list is unexpected: logged whole, shown as INTERNAL with a reference.
 */
import { z } from 'zod';

export const errorTexts = {
  FILE_NOT_FOUND: {
    status: 404,
    zh: '找不到文件：{file}。请检查路径，或重新选择。',
    en: 'File not found: {file}. Check the path or choose it again.',
  },
  FILE_UNREADABLE: {
    status: 403,
    zh: '无法读取文件：{file}。请检查访问权限，或该文件是否被其他程序占用。',
    en: 'Cannot read {file}. Check its permissions and whether another program holds it.',
  },
  FILE_EMPTY: {
    status: 422,
    zh: '文件为空：{file}。请向录音系统重新导出。',
    en: '{file} is empty. Export it again from the recorder.',
  },
  NOT_AUDIO: {
    status: 422,
    zh: '不是可识别的录音：{file}。内容与扩展名不符或格式不支持。',
    en: '{file} is not a recording we can read: its content does not match its extension, or the format is unsupported.',
  },
  AUDIO_DAMAGED: {
    status: 422,
    zh: '录音已损坏：{file}，没有可解码的声音。请重新导出。',
    en: '{file} is damaged: no sound could be decoded. Export it again.',
  },
  DECODER_CRASHED: {
    status: 422,
    zh: '解码 {file} 时解码进程异常退出，已跳过该文件。',
    en: 'The decoder process failed on {file}; the file was skipped.',
  },
  DECODE_TIMEOUT: {
    status: 422,
    zh: '解码 {file} 时长时间没有进展，已跳过该文件。',
    en: 'Decoding {file} stopped getting on; the file was skipped.',
  },
  SIDES_DIFFER: {
    status: 422,
    zh: '通话两侧的录音无法合成：{file}，采样率不同或过长。请向录音系统重新导出双声道录音。',
    en: 'The two sides of the call cannot be joined: {file}; their rates differ or they are too long. Export the call as one stereo file.',
  },
  FILE_CHANGED: {
    status: 409,
    zh: '导入期间文件发生变化：{file}，可能仍在录制或写入。请稍后重试。',
    en: '{file} changed while it was imported; perhaps it is still being written. Retry later.',
  },
  NO_AUDIO_FOUND: {
    status: 422,
    zh: '{path} 中没有录音文件。支持 WAV、MP3、M4A、OGG、FLAC、AMR、WMA 等格式。',
    en: 'No recordings in {path}. WAV, MP3, M4A, OGG, FLAC, AMR, WMA and others are supported.',
  },
  SAMPLES_APART: {
    status: 409,
    zh: '示例录音与自己的录音分开存放：示例只进示例库，自己的录音请回到自己的录音库导入。',
    en: 'Sample recordings are kept apart from your own: samples only go into the sample library, your recordings into your own.',
  },
  CDR_UNREADABLE: {
    status: 422,
    zh: '无法读取话单：{file}。请另存为 XLSX 或 CSV 后再导入。',
    en: 'Cannot read the call records in {file}. Save them as XLSX or CSV and import again.',
  },
  CDR_ENCRYPTED: {
    status: 422,
    zh: '话单 {file} 已加密，需要密码才能打开。请在 Excel 或 WPS 中去掉打开密码后另存，再导入。',
    en: 'Call records {file} are encrypted: they open only with a password. Remove the password in Excel or WPS, save, and import again.',
  },
  CDR_COLUMN_MISSING: {
    status: 422,
    zh: '话单 {file} 缺少必需的列：{columnsZh}。请在文件里把表头改成这样的名称，或在窗口中导入时指定列对应。',
    en: 'Call records in {file} lack a required column: {columnsEn}. Name the column so in the file, or say in the import window which column it is.',
  },
  PATTERN_INVALID: {
    status: 422,
    zh: '文件名规则无效：{pattern}。请使用 {date}、{time}、{agent}、{phone} 等占位符。',
    en: 'Invalid file-name pattern: {pattern}. Use placeholders such as {date}, {time}, {agent}, {phone}.',
  },
  TRANSCRIPT_UNREADABLE: {
    status: 422,
    zh: '无法识别转写文件：{file}。支持 JSON、SRT、VTT、TXT、CSV。',
    en: 'Transcript {file} is not understood. JSON, SRT, VTT, TXT and CSV are supported.',
  },
  RECORDING_NOT_FOUND: { status: 404, zh: '没有这条录音：{id}。', en: 'No such recording: {id}.' },
  NAME_AMBIGUOUS: {
    status: 409,
    zh: '有多条录音名为 {name}，请改用标识：{ids}。',
    en: 'Several recordings are named {name}; use an id instead: {ids}.',
  },
  RECORDING_FILE_MISSING: {
    status: 410,
    zh: '录音文件已移动或删除：{file}。请重新定位。',
    en: 'The recording file was moved or deleted: {file}. Locate it again.',
  },
  RECORDING_FILE_CHANGED: {
    status: 409,
    zh: '所选文件与原录音内容不一致：{file}（校验值不同）。',
    en: '{file} is not the same recording: its checksum differs.',
  },
  TRANSCRIPT_MISSING: { status: 404, zh: '该录音没有转写：{file}。', en: 'This recording has no transcript: {file}.' },
  TRANSCRIPT_CORRECTED: {
    status: 409,
    zh: '转写有人工更正，未被替换：{file}（更正 {count} 句）。确认替换后，更正过的转写仍会保留，可以恢复。',
    en: 'The transcript of {file} was corrected by a person ({count} sentences) and was not replaced. When you confirm, the corrected one is kept and can be brought back.',
  },
  SENTENCE_NOT_FOUND: {
    status: 404,
    zh: '这句话已被改动或删除。请看一下现在的转写再试。',
    en: 'This sentence was changed or removed meanwhile. Look at the transcript as it is now and try again.',
  },
  SENTENCE_CHANGED: {
    status: 409,
    zh: '这句话刚刚在别处被更正过，没有覆盖。请看一下现在的转写，需要时再改一次。',
    en: 'This sentence was corrected elsewhere just now; nothing was overwritten. Look at the transcript as it is now, and correct it again if need be.',
  },
  EDIT_OVERTAKEN: {
    status: 409,
    zh: '之后又有别的更正或替换，这一步不能再撤销或重做。',
    en: 'The transcript was corrected again or replaced since: this step can be neither undone nor redone.',
  },
  MODEL_MISSING: {
    status: 404,
    zh: '没有可用的转写模型（引擎 {engine}，模型 {model}）。请在“转写模型”中下载，或从 {source} 取得后添加。录音仍可评分。',
    en: 'There is no speech model to use (engine {engine}, model {model}). Download it under Speech models, or get it from {source} and add the file. Calls can still be scored.',
  },
  MODEL_DAMAGED: {
    status: 422,
    zh: '转写模型 {model} 不完整或不是模型文件。请重新下载。录音仍可评分。',
    en: 'Speech model {model} is incomplete or is no model. Download it again. Calls can still be scored.',
  },
  MODEL_CHECKSUM: {
    status: 422,
    zh: '下载的模型 {model} 校验值不符，已删除。请检查镜像地址 {host} 后重试。',
    en: 'The download of {model} does not have the right checksum and was removed. Check the mirror {host} and try again.',
  },
  DOWNLOAD_FAILED: {
    status: 502,
    zh: '从 {host} 下载 {model} 失败（{detail}）。已下载的部分保留，可继续；也可在设置中更换镜像，或添加已有的文件。',
    en: 'Downloading {model} from {host} failed ({detail}). What came is kept and can be continued; or set another mirror, or add a file that you have.',
  },
  ENGINE_NOT_BUILT: {
    status: 409,
    zh: '本机编译的转写引擎还没有编译。请在“转写”设置中编译，或换用另一引擎。录音仍可评分。',
    en: 'The speech engine that is built on this computer has not been built. Build it in the transcription settings, or choose another engine. Calls can still be scored.',
  },
  ENGINE_BUILD_FAILED: {
    status: 500,
    zh: '转写引擎编译失败：{detail}。已有的引擎不受影响。',
    en: 'The speech engine could not be built: {detail}. The engines that are there are not affected.',
  },
  ENGINE_UNAVAILABLE: {
    status: 501,
    zh: '转写引擎 {engine} 不能在这台电脑上运行（处理器或系统不受支持）：{detail}。请换用另一引擎，或导入转写文件。录音仍可评分。',
    en: 'Speech engine {engine} does not run on this computer (processor or system not supported): {detail}. Choose the other engine or import transcripts. Calls can still be scored.',
  },
  ENGINE_CRASHED: {
    status: 500,
    zh: '转写 {file} 时引擎 {engine} 异常退出，已跳过。录音仍可评分。',
    en: 'Speech engine {engine} failed on {file}, which was skipped. The call can still be scored.',
  },
  ENGINE_HEARD_NOTHING: {
    status: 422,
    zh: '引擎没有从 {file} 的通话声音中听出文字，原来的转写没有替换。请换一个模型或语言再试。',
    en: 'The speech engine made no words of the speech in {file}; the transcript that is there was not replaced. Try another model or language.',
  },
  ENGINE_KILLED: {
    status: 507,
    zh: '转写 {file} 时系统结束了引擎 {engine} 的进程，多半是内存不足：模型 {model} 约需 {needed} MB。请关闭其他程序，或选用较小的模型。录音仍可评分。',
    en: 'The system ended speech engine {engine} at {file}, most likely for lack of memory: model {model} needs some {needed} MB. Close other programs or choose a smaller model. Calls can still be scored.',
  },
  OUT_OF_MEMORY: {
    status: 507,
    zh: '内存不足：模型 {model} 约需 {needed} MB，可用 {free} MB。请关闭其他程序，或选用较小的模型。录音仍可评分。',
    en: 'Not enough memory: model {model} needs some {needed} MB, {free} MB are free. Close other programs or choose a smaller model. Calls can still be scored.',
  },
  TEMPLATE_NOT_FOUND: {
    status: 404,
    zh: '没有这个评分模板：{template}。',
    en: 'No such form: {template}.',
  },
  TEMPLATE_INVALID: {
    status: 422,
    zh: '评分模板无效：{file}，{detail}。',
    en: 'Invalid form {file}: {detail}.',
  },
  ANSWER_INVALID: {
    status: 422,
    zh: '评分项 {item} 的答案无效：{detail}。',
    en: 'Invalid answer to item {item}: {detail}.',
  },
  REVIEW_NOT_FOUND: { status: 404, zh: '没有这份评分：{id}。', en: 'No such review: {id}.' },
  REVIEW_INCOMPLETE: { status: 409, zh: '还有 {count} 项未评分。', en: '{count} items are not yet answered.' },
  FATAL_UNDECIDED: {
    status: 409,
    zh: '还有 {count} 条致命发现没有人判定：{findingsZh}（{rules}）。请先判定属实或误报，或为相应评分项作答；确认无误要照样提交的，须逐条指明。',
    en: 'Nobody decided {count} fatal findings: {findingsEn} ({rules}). Confirm them or call them false alarms, or answer their items; to submit all the same, name each one.',
  },
  NOT_ANALYSED: {
    status: 409,
    zh: '机器没有检查过这通录音：没有分析结果，致命项未经核对，{count} 项没有人作答。请先分析录音或逐项作答；确认无误要照样提交的，须明确指出。',
    en: 'The machine has not looked at this call: it is not analysed, its fatal items were not checked, and nobody answered {count} items. Analyse the call or answer them; to submit all the same, say so.',
  },
  REVIEW_NOT_DRAFT: {
    status: 409,
    zh: '这份评分已提交或跳过，不能再修改。如需修改，请先撤回修改。',
    en: 'This review is submitted or skipped and cannot be changed. Retract it first.',
  },
  UNDO_EXPIRED: {
    status: 409,
    zh: '撤销提交的时限（10 秒）已过。',
    en: 'The 10 seconds for undoing the submission have passed.',
  },
  FINDING_NOT_FOUND: {
    status: 404,
    zh: '这条录音没有该项发现：{id}。请刷新后重试。',
    en: 'This recording has no such finding: {id}. Refresh and try again.',
  },
  RULE_NOT_FOUND: { status: 404, zh: '没有这条规则：{rule}。', en: 'No such rule: {rule}.' },
  RULE_INVALID: {
    status: 422,
    zh: '规则 {rule} 的设置无效：{detail}。',
    en: 'The settings of rule {rule} are invalid: {detail}.',
  },
  COMMENT_NOT_FOUND: { status: 404, zh: '没有这条备注。', en: 'No such comment.' },
  SEARCH_NOT_FOUND: { status: 404, zh: '没有这个保存的搜索。', en: 'No such saved search.' },
  CLIP_NOT_FOUND: { status: 404, zh: '没有这个片段。', en: 'No such clip.' },
  CLIP_RANGE_INVALID: {
    status: 422,
    zh: '片段范围无效：结束必须晚于开始，且在录音之内。',
    en: 'Invalid clip range: it must end after it starts and lie within the recording.',
  },
  JOB_NOT_FOUND: { status: 404, zh: '没有这个任务。', en: 'No such job.' },
  NOTHING_TO_REPORT: { status: 404, zh: '{period} 没有可统计的数据。', en: 'There is nothing to report for {period}.' },
  OUTPUT_NOT_WRITABLE: {
    status: 403,
    zh: '无法写入 {path}。请换一个文件夹或检查权限。',
    en: 'Cannot write to {path}. Choose another folder or check its permissions.',
  },
  DISK_FULL: {
    status: 507,
    zh: '磁盘空间不足：{path}。请清理空间后重试，已完成的内容不受影响。',
    en: 'The disk is full: {path}. Free some space and retry; finished work is kept.',
  },
  LIBRARY_READ_ONLY: {
    status: 403,
    zh: '录音库只读：{path}。请检查文件夹权限。',
    en: 'The library is read-only: {path}. Check the permissions of its folder.',
  },
  LIBRARY_NEWER: {
    status: 409,
    zh: '录音库 {path} 由更新版本的听鉴创建（版本 {found}，本程序支持到 {supported}）。请升级听鉴。',
    en: 'Library {path} was made by a newer Tingjian (version {found}, this program knows {supported}). Please upgrade.',
  },
  LIBRARY_DAMAGED: {
    status: 500,
    zh: '录音库 {path} 已损坏：{detail}。文件未被改动，请从备份恢复。',
    en: 'Library {path} is damaged: {detail}. Nothing was changed; restore a backup.',
  },
  LIBRARY_BUSY: {
    status: 409,
    zh: '录音库 {path} 正被占用，请稍后重试。',
    en: 'Library {path} is busy; try again shortly.',
  },
  PORT_UNAVAILABLE: {
    status: 409,
    zh: '无法在 {host}:{port} 提供服务（{code}）。请换一个端口，或关闭占用它的程序。',
    en: 'Cannot serve on {host}:{port} ({code}). Choose another port or stop the program that uses it.',
  },
  UPLOAD_REFUSED: {
    status: 409,
    zh: '无法上传 {file}：名称不可用，或与同批的文件夹同名。请改名后重试。',
    en: 'Cannot upload {file}: its name cannot be used, or a folder sent with it has the same. Rename it and try again.',
  },
  IMPORT_UNFINISHED: {
    status: 409,
    zh: '导入“{name}”还没有结束。请先等它结束或取消导入，再撤销。',
    en: 'The import “{name}” has not ended. Wait for its end or cancel it, then take it back.',
  },
  CELL_UNREADABLE: {
    status: 400,
    zh: '“{text}”也看不懂。时间请写成 2026-03-02 09:15:03，时长写成 3:12，方向写呼入或呼出，挂机方写坐席或客户；不要就留空。',
    en: '“{text}” cannot be read either. Write a time as 2026-03-02 09:15:03, a length as 3:12, inbound or outbound, agent or customer; or leave it empty.',
  },
  START_UNREADABLE: {
    status: 400,
    zh: '看不懂开始时间“{text}”，请写成 2026-03-02 09:15:03。',
    en: 'The start time “{text}” cannot be read; write it as 2026-03-02 09:15:03.',
  },
  INPUT_INVALID: { status: 400, zh: '输入无效：{detail}。', en: 'Invalid input: {detail}.' },
  CANCELLED: { status: 499, zh: '已取消。', en: 'Cancelled.' },
  CORE_GONE: {
    status: 503,
    zh: '后台进程已断开，正在重新连接。已保存的内容不会丢失。',
    en: 'The core process is gone; reconnecting. Everything saved is safe.',
  },
  INTERNAL: {
    status: 500,
    zh: '出现意外错误，查询号 {reference}。详情已写入日志。',
    en: 'Something unexpected happened, reference {reference}. Details are in the log.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof errorTexts;
export type ErrorParams = Record<string, string | number>;
export const ErrorData = z.object({ params: z.record(z.string(), z.union([z.string(), z.number()])) });
export const errorCodes = Object.keys(errorTexts) as ErrorCode[];

/** The text of an expected error in one language. Unknown placeholders stay as they are. */
export function errorText(code: ErrorCode, params: ErrorParams, language: 'zh' | 'en'): string {
  return errorTexts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
