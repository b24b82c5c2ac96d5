import { announcement, serveLibrary } from '../../web/serve.ts';
import { defineCommand, none } from '../command.ts';
import { UsageError } from '../errors.ts';

export const command = defineCommand({
  usage: 'serve [--port N] [--host H]',
  options: { port: { type: 'string' }, host: { type: 'string' } },
  async run(values, positionals, here) {
    none(positionals);
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
      throw new UsageError('--port 0…65535');
    const { libraryDir } = here;
    const server = await serveLibrary({
      libraryDir,
      host: values.host ?? '127.0.0.1',
      port,
      token: process.env.TINGJIAN_TOKEN,
    });
    const { address, origin } = server;
    here.print({ address, origin, port: server.port, library: libraryDir }, () => announcement(server, values.host));
    if (!here.signal.aborted)
      await new Promise((resolve) => here.signal.addEventListener('abort', resolve, { once: true }));
    await server.close();
  },
});
