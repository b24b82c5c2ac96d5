/** THIRD_PARTY_NOTICES.md, which `npm run notices` makes, as the page shows it. */

export interface Notices {
  /** Parts that need more than a line, written by hand: title and Markdown. */
  parts: { title: string; text: string }[];
  packages: { name: string; version: string; licence: string }[];
  texts: { packages: string; text: string }[];
}

/** @param markdown with the sections "Packages" (a table) and "Licence texts" (a fenced text under each heading) */
export function readNotices(markdown: string): Notices {
  const [before = '', after = ''] = markdown.split(/^## Packages$/m);
  const [table = '', ...texts] = after.split(/^## Licence texts$/m);
  return {
    parts: before
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return {
          title: part.slice(0, end).trim(),
          text: part
            .slice(end)
            .replace(/<!--.*?-->/gs, '')
            .trim(),
        };
      }),
    packages: [...table.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \| .*\|$/gm)]
      .map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }))
      .filter(({ name }) => name !== 'package'),
    texts: [...texts.join('').matchAll(/^### (.+)\n\n~~~text\n([\s\S]*?)\n~~~$/gm)].map(([, packages, text]) => ({
      packages: packages!,
      text: text!,
    })),
  };
}
