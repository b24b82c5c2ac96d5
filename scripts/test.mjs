/** `npm test` and `npm run check`: whatever is missing is installed, then every check runs. */
import { endWithNpm } from './lib/end-with-npm.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { continueWithNode24 } from './lib/pinned-node.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

endWithNpm();
await ensureInstalled();
await ensureSystemPackages();
await continueWithNode24('scripts/run-checks.mjs', process.argv.slice(2));
