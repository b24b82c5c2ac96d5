import { markSampleLibrary, sampleLibraryDir } from '../../core/app/sample-library.ts';
import { defineCommand, none } from '../command.ts';
import { jobsDone } from '../jobs-done.ts';

export const command = defineCommand({
  usage: 'samples',
  options: {},
  async run(_values, positionals, here) {
    none(positionals);
    const library = sampleLibraryDir(here.libraryDir);
    markSampleLibrary(library);
    const client = await here.client(library);
    if ((await client.app.info()).recordings === 0) {
      await client.imports.openSamples();
      await jobsDone(here, client);
    }
    const { recordings } = await client.app.info();
    here.print({ library, recordings }, (language) =>
      language === 'zh'
        ? `示例库：${library}，${recordings} 通。自己的录音库没有改动。\n使用：tingjian --library "${library}" recordings`
        : `Sample library: ${library}, ${recordings} calls. Your own library is untouched.\nUse it: tingjian --library "${library}" recordings`,
    );
  },
});
