/** JSON, and what programs write that is nearly JSON. */
import { pythonToJson } from './python-literal.ts';

/** The value of a JSON text, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * As `parseJson`; JSON values one after another (JSON Lines, or what a recogniser prints while it listens) are their
 * list, and what Python prints of its lists is read as such.
 */
export function parseJsonOrLines(text: string): unknown {
  const whole = parseJson(text);
  if (whole !== undefined) return whole;
  if (!/^\s*[{[(]/.test(text)) return undefined;
  const values = oneAfterAnother(text);
  if (values) return values;
  const converted = pythonToJson(text);
  return converted === null ? undefined : parseJson(converted);
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/** @returns null when the text is not two or more JSON objects or lists and nothing else */
function oneAfterAnother(text: string): unknown[] | null {
  const values: unknown[] = [];
  let depth = 0;
  let begun = 0;
  for (const { 0: sign, index } of text.matchAll(token)) {
    if (sign.startsWith('"')) continue;
    depth += sign === '{' || sign === '[' ? 1 : -1;
    if (depth < 0) return null;
    if (depth > 0) continue;
    const value = parseJson(text.slice(begun, index + 1));
    if (value === undefined) return null;
    values.push(value);
    begun = index + 1;
  }
  return values.length > 1 && text.slice(begun).trim() === '' ? values : null;
}
