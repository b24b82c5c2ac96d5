/** `npm start`: whatever is missing is installed, then the app opens. Plain JavaScript, so that any Node from 20 runs it. */
import { endWithNpm } from './lib/end-with-npm.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { continueWithNode24 } from './lib/pinned-node.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const args = process.argv.slice(2);
endWithNpm();
await ensureInstalled();
if (!args.includes('--no-open') && !args.includes('--help')) await ensureSystemPackages();
await continueWithNode24('scripts/open-app.mjs', args);
