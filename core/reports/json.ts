/** A report as JSON: what `JSON.stringify` would write of the whole, with its long lists line by line. */
import { createTextFile } from '../output/text-file.ts';

/**
 * @param path file to write; rejects with the system's error when it cannot be written
 * @param head what the report begins with
 * @param lists the lists that follow, by name
 */
export async function writeJson(
  path: string,
  head: object,
  lists: Readonly<Record<string, AsyncIterable<object>>>,
): Promise<void> {
  const file = createTextFile(path);
  try {
    await file.write(indented(head, '').slice(0, -'\n}'.length));
    for (const [name, lines] of Object.entries(lists)) {
      await file.write(`,\n  ${JSON.stringify(name)}: [`);
      let before = '\n    ';
      for await (const line of lines) {
        await file.write(before + indented(line, '    '));
        before = ',\n    ';
      }
      await file.write(before.startsWith(',') ? '\n  ]' : ']');
    }
    await file.write('\n}\n');
    await file.end();
  } finally {
    await file.close();
  }
}

/** No text holds a line break as it is written: JSON escapes them. */
function indented(value: object, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
