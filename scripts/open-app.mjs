/** Opens the app: on the desktop with Electron where its binary is to be had, otherwise in a browser window. */
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { findElectron } from './lib/electron.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const HELP = `npm start -- [选项 options]
  --library DIR   录音库文件夹 folder of the library
  --port N        浏览器方式的端口 port of the browser shell (0 = any free one)
  --no-open       只启动服务并显示地址 only serve and print the address
  --web           不用 Electron do not use Electron`;

const options = /** @type {const} */ ({
  library: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  web: { type: 'boolean' },
  help: { type: 'boolean' },
});

const flags = readFlags();
if (flags.help) {
  console.log(HELP);
  process.exit(0);
}
await ensureBuilt('renderer');
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const wantsWindow = display && !flags['no-open'];
const electron = wantsWindow && !flags.web && !flags.port ? await findElectron() : null;
if (electron) {
  await ensureBuilt('electron');
  process.exit(await run(electron, [root, ...(flags.library ? ['--library', flags.library] : [])]));
}
const { openInBrowser } = await import('../web/open.ts');
await openInBrowser({
  library: flags.library,
  port: flags.port === undefined ? undefined : Number(flags.port),
  chromium: wantsWindow ? findChromium() : null,
});

function readFlags() {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    console.error(`${error.message}\n${HELP}`);
    process.exit(2);
  }
}
