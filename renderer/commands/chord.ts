/** From a key event to a chord such as "Mod+Shift+O", and from a chord to what is printed on a key cap. */

export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

export interface KeyLike {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const named: Record<string, string> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  NumpadEnter: 'Enter',
  Minus: '-',
  Equal: '=',
  NumpadSubtract: '-',
  NumpadAdd: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backquote: '`',
};

/**
 * Letters, digits and punctuation go by `code`, not `key`: in Chinese mode "[" arrives as 【 and a letter as
 * "Process", while the code still tells the key.
 */
function keyName(event: KeyLike): string | null {
  const { code } = event;
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  if (digit) return digit[1]!;
  if (named[code]) return named[code];
  if (/^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$/.test(code)) return null;
  return code === '' ? null : code;
}

/** Null for a bare modifier. "?" is written as the key that people know it by. */
export function chordOf(event: KeyLike): string | null {
  const name = keyName(event);
  if (name === null) return null;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (name === '/' && event.shiftKey && !mod && !event.altKey) return '?';
  return [mod && 'Mod', other && (isMac ? 'Ctrl' : 'Meta'), event.altKey && 'Alt', event.shiftKey && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

const caps: Record<string, string> = {
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  Escape: 'Esc',
};

/** "Mod+PageDown" → "Ctrl+PgDn" (⌘PgDn on macOS). */
export function chordLabel(chord: string): string {
  return chord
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[part] ?? part)))
    .join(isMac ? '' : '+');
}

/** The same for `aria-keyshortcuts`. */
export function chordAria(chord: string): string {
  return chord.replace('Mod', isMac ? 'Meta' : 'Control').replace(/\b(Left|Right|Up|Down)$/, 'Arrow$1');
}

/** The same as an Electron accelerator; null for keys that a menu must not claim (it would steal them from text). */
export function chordAccelerator(chord: string): string | null {
  return /^(Mod|F\d|Alt|Shift\+F)/.test(chord) ? chord.replace('Mod', 'CmdOrCtrl') : null;
}
