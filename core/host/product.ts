/** Where the product's own files lie: in the checkout, in its build below dist/, and inside a packaged app. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Product {
  root: string;
  version: string;
  templatesDir: string;
  samplesDir: string;
  /** Built web page; absent until `npm run build`. */
  rendererDir: string;
}

/** @param from folder of a module of ours; its nearest ancestor with a `scoring-templates` folder is the root */
export function findProduct(from: string = import.meta.dirname): Product {
  let root = from;
  while (!existsSync(join(root, 'scoring-templates'))) {
    if (dirname(root) === root) throw new Error(`no product folder above ${from}`);
    root = dirname(root);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    root,
    version,
    templatesDir: join(root, 'scoring-templates'),
    samplesDir: join(unpacked(root), 'samples'),
    rendererDir: join(root, 'dist', 'renderer'),
  };
}

/** Native code cannot read inside an asar archive: what it opens is shipped beside the archive. */
export function unpacked(path: string): string {
  return path.replace(/([\\/])app\.asar(?=[\\/]|$)/, '$1app.asar.unpacked');
}
