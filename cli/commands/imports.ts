import { defineCommand, none, single } from '../command.ts';
import { UsageError } from '../errors.ts';
import { harmless, isoInZone, shownFile, table } from '../text.ts';

const headers = {
  zh: ['开始', '来源', '导入', '重复', '失败', '已撤销', '编号'],
  en: ['at', 'source', 'imported', 'duplicates', 'failed', 'taken back', 'id'],
};

export const command = defineCommand({
  usage: 'imports [undo ID]',
  options: {},
  async run(_values, [act, ...rest], here) {
    const client = await here.client();
    if (act === 'undo') {
      const undone = await client.imports.undo({ jobId: single(rest, 'ID') });
      return here.print(undone, (language) => {
        const { removed, restored, kept } = undone;
        const head =
          language === 'zh'
            ? `已撤销导入：移出 ${removed} 通，恢复 ${restored} 通，保留 ${kept.length} 通`
            : `import taken back: ${removed} removed, ${restored} restored, ${kept.length} kept`;
        return [head, ...kept.map(({ file }) => `  ${shownFile(file)}`)].join('\n');
      });
    }
    if (act !== undefined) throw new UsageError(`imports: ${harmless(act)}`);
    none(rest);
    const { timeZone } = await client.app.info();
    const time = (ms: number | null) => ms && isoInZone(ms, timeZone).slice(0, 16).replace('T', ' ');
    const past = await client.imports.history();
    here.print(past, (language) =>
      table(
        headers[language],
        past.map(({ jobId, at, label, imported, duplicates, failed, undone }) => [
          time(at),
          harmless(label),
          String(imported),
          String(duplicates),
          String(failed),
          undone === null ? null : time(undone) || null,
          jobId,
        ]),
      ),
    );
  },
});
