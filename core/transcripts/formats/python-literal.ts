/** What Python's `print` makes of lists and dictionaries: `[{'text': '您好', 'start': 1200, 'spk': None}]`. */

const token =
  /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.]*(?:e[+-]?\d+)?)|([()[\]{}:,])|(\bTrue\b|\bFalse\b|\bNone\b)|(\s+)|(\bu(?=['"]))|(\b(?:np\.)?(?:float|int)\d*(?=\())/gy;
const words: Record<string, string> = { True: 'true', False: 'false', None: 'null' };
const brackets: Record<string, string> = { '(': '[', ')': ']' };

/** @returns null when the text holds anything else */
export function pythonToJson(text: string): string | null {
  const parts: string[] = [];
  /** For each open bracket, whether it only wraps a number: `np.float32(1.2)`. */
  const wraps: boolean[] = [];
  let at = 0;
  let wrapping = false;
  for (const match of text.matchAll(token)) {
    at = match.index + match[0].length;
    const [whole, single, double, number, sign, word, , , call] = match;
    const wrapped = wrapping;
    wrapping = call !== undefined;
    if (single !== undefined || double !== undefined) parts.push(JSON.stringify(unescaped(single ?? double!)));
    else if (number !== undefined) parts.push(number);
    else if (word !== undefined) parts.push(words[word]!);
    else if (sign === undefined) continue;
    else if (sign === '(' && wrapped) wraps.push(true);
    else if (/[([{]/.test(whole)) {
      wraps.push(false);
      parts.push(brackets[whole] ?? whole);
    } else if (/[)\]}]/.test(whole)) {
      if (wraps.pop()) continue;
      // (1,) is a list of one.
      if (parts.at(-1) === ',') parts.pop();
      parts.push(brackets[whole] ?? whole);
    } else parts.push(whole);
  }
  return at === text.length && parts.length > 0 ? parts.join('') : null;
}

/** The characters that a Python string stands for; breaks become spaces. */
export const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_whole, long: string, short: string, plain: string) => {
    const code = long ?? short;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return plain === 'n' || plain === 't' || plain === 'r' ? ' ' : plain;
  });
