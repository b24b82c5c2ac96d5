import { resolve } from 'node:path';
import { type ImportResult, type Language, remarkText } from '../../core/contract/index.ts';
import { DomainError } from '../../core/domain-error.ts';
import { defineCommand, type Surroundings } from '../command.ts';
import { CommandFailed, UsageError } from '../errors.ts';
import { callRecordLines, leftOutLines } from '../import-lines.ts';
import { jobsDone } from '../jobs-done.ts';
import { choose, shownFile, shownText } from '../text.ts';

export const command = defineCommand({
  usage: 'import PATH… [--cdr FILE] [--pattern P] [--transcripts|--no-transcripts] [--no-analyze] [--copy]',
  options: {
    cdr: { type: 'string' },
    pattern: { type: 'string' },
    transcripts: { type: 'boolean' },
    'no-transcripts': { type: 'boolean' },
    'no-analyze': { type: 'boolean' },
    copy: { type: 'boolean' },
  },
  async run(values, paths, here) {
    if (paths.length === 0) throw new UsageError('import: PATH…');
    const client = await here.client();
    const { jobId } = await client.imports.start({
      paths: paths.map((path) => resolve(path)),
      ...(values.pattern === undefined ? {} : { pattern: values.pattern }),
      ...(values.cdr === undefined ? {} : { cdr: { path: resolve(values.cdr) } }),
      transcripts: !values['no-transcripts'],
      analyze: !values['no-analyze'],
      copyIn: values.copy ?? false,
    });
    const result = await follow(jobId, here);
    await jobsDone(here);
    const failed = result.failed.map(({ file, code, message }) => ({
      file,
      code,
      message: choose(message, here.language),
    }));
    const remarks = result.remarks.map(({ recordingId, file, remark }) => {
      return { id: recordingId, file, ...remark, message: remarkText(remark, here.language) };
    });
    const { imported, duplicates, recordings, cdr, transcripts, filesFound, leftOut } = result;
    const left = leftOf(result);
    const value = { imported, duplicates, failed, left, recordings, remarks, cdr, transcripts, filesFound, leftOut };
    here.print(value, (language) => summary(result, language));
    // What stopped it as a whole is the last reason.
    const stopped = failed.at(-1);
    if (result.state === 'failed' && stopped) throw new CommandFailed(stopped.code, stopped.message);
    // Ctrl+C, another window, or the same import begun again by another process.
    if (here.signal.aborted || result.state === 'cancelled' || result.state === 'paused')
      throw new DomainError('CANCELLED');
    if (cdr?.error) throw new CommandFailed(cdr.error.code, choose(cdr.error.message, here.language));
    const first = failed[0];
    if (first && imported === 0 && duplicates === 0) throw new CommandFailed(first.code, first.message);
  },
});

/** Until the import ends; Ctrl+C ends it after the file in work, what is imported stays. */
async function follow(jobId: string, here: Surroundings): Promise<ImportResult> {
  const client = await here.client();
  const cancel = () => void client.jobs.cancel({ id: jobId }).catch(() => {});
  here.signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const now of await client.imports.watch({ jobId })) {
      here.progress(`${now.imported + now.duplicates + now.failed.length}/${now.total}`);
      if (now.state !== 'running') break;
    }
    return await client.imports.result({ jobId });
  } finally {
    here.signal.removeEventListener('abort', cancel);
  }
}

/** Files that were not tried any more. */
function leftOf({ state, total, imported, duplicates, failed }: ImportResult): number {
  return state === 'done' ? 0 : Math.max(0, total - imported - duplicates - failed.length);
}

function summary(result: ImportResult, language: Language): string {
  const { imported, duplicates, failed, remarks, transcripts, cdr } = result;
  const zh = language === 'zh';
  const left = leftOf(result);
  const head = zh
    ? `导入 ${imported}，重复 ${duplicates}，失败 ${failed.length}，转写 ${transcripts}`
    : `${imported} imported, ${duplicates} duplicates, ${failed.length} failed, ${transcripts} transcripts`;
  const rest = left > 0 && (zh ? `未处理 ${left}` : `${left} not tried`);
  const remarked = new Set(remarks.map((one) => one.recordingId)).size;
  const noted = remarked > 0 && (zh ? `有提示 ${remarked}` : `${remarked} with remarks`);
  return [
    [head, noted, rest].filter(Boolean).join(zh ? '，' : ', '),
    ...(cdr ? callRecordLines(cdr, language) : []),
    ...leftOutLines(result, language),
    ...remarks.map((one) => `  ${shownFile(one.file)}  ${shownText(remarkText(one.remark, language))}`),
    ...failed.map((one) => `  ${one.code}  ${shownText(choose(one.message, language))}`),
  ].join('\n');
}
