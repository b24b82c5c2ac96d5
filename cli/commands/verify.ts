import { defineCommand, none } from '../command.ts';
import { CommandFailed } from '../errors.ts';
import { table } from '../text.ts';

export const command = defineCommand({
  usage: 'verify',
  options: {},
  async run(_values, positionals, here) {
    none(positionals);
    const client = await here.client();
    const result = await client.app.verify();
    const problems = result.problems.map((problem) => [problem.code, problem.file, problem.detail]);
    here.print(result, (language) => {
      const head =
        language === 'zh'
          ? `已检查 ${result.checked} 项，问题 ${problems.length}`
          : `${result.checked} checked, ${problems.length} problems`;
      const columns = language === 'zh' ? ['问题', '文件', '说明'] : ['problem', 'file', 'detail'];
      return problems.length > 0 ? `${head}\n${table(columns, problems)}` : head;
    });
    const text = { zh: `录音库有 ${problems.length} 个问题。`, en: `The library has ${problems.length} problems.` };
    if (!result.ok) throw new CommandFailed('VERIFY_FAILED', text[here.language]);
  },
});
