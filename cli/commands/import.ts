import { resolve } from 'node:path';
import type { ImportResult, Language } from '../../core/contract/index.ts';
import { defineCommand, type Surroundings } from '../command.ts';
import { CommandFailed, UsageError } from '../errors.ts';
import { jobsDone } from '../jobs-done.ts';
import { choose, harmless } from '../text.ts';

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
    const { imported, duplicates, recordings, cdr, transcripts } = result;
    here.print({ imported, duplicates, failed, recordings, cdr, transcripts }, (language) => summary(result, language));
    if (here.signal.aborted) throw Object.assign(new Error('interrupted'), { name: 'AbortError' });
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

function summary(result: ImportResult, language: Language): string {
  const { imported, duplicates, failed, cdr } = result;
  const head =
    language === 'zh'
      ? `导入 ${imported}，重复 ${duplicates}，失败 ${failed.length}，转写 ${result.transcripts}`
      : `${imported} imported, ${duplicates} duplicates, ${failed.length} failed, ${result.transcripts} transcripts`;
  const rows =
    cdr &&
    (language === 'zh'
      ? `话单 ${cdr.rows} 行，匹配 ${cdr.matched}`
      : `call records: ${cdr.rows} rows, ${cdr.matched} matched`);
  return [head, rows, ...failed.map((one) => `  ${one.code}  ${harmless(choose(one.message, language))}`)]
    .filter(Boolean)
    .join('\n');
}
