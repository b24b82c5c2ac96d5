/** xl/sharedStrings.xml: each text of the workbook once; cells name it by its number. */
import { escapeXml, spreadsheetNs, xmlHead } from './xml.ts';

export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** The text's number, the same for the same text. */
  numberOf(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** The part, piece by piece. */
  *part(): Generator<string> {
    yield `${xmlHead}<sst xmlns="${spreadsheetNs}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) yield item(text);
    yield '</sst>';
  }
}

/** Readers take these for a character's code, so that the first underscore is itself written as a code. */
const escaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const edges = /^\s|\s$|[\n\t]|\s\s/;

function item(text: string): string {
  const space = edges.test(text) ? ' xml:space="preserve"' : '';
  return `<si><t${space}>${escapeXml(text.replace(escaped, '_x005F_'))}</t></si>`;
}
