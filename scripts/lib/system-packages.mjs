import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

/**
 * The system's part: a Chromium browser, and on Linux a Chinese font. As root on Debian they are installed
 * when missing; elsewhere the user is told, and things go on without them.
 */
export async function ensureSystemPackages() {
  const missing = [];
  if (!findChromium()) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (isDebian() && process.getuid?.() === 0) {
    console.error(`安装系统软件包 Installing system packages: ${missing.join(' ')} …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
    await run('apt-get', ['update', '-qq'], options);
    const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
    if (code === 0) return;
  }
  const how = isDebian() ? `sudo apt-get install ${missing.join(' ')}` : missing.join(', ');
  console.error(`缺少系统软件包，请安装 Missing on this system, please install: ${how}`);
}

function isDebian() {
  return existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function hasChineseFont() {
  return [
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/google-noto-cjk',
    '/usr/share/fonts/noto-cjk',
  ]
    .concat(['/usr/share/fonts/truetype/wqy', '/usr/share/fonts/opentype/source-han-sans'])
    .some((path) => existsSync(path));
}
