/** Chords that an input method, the system or the browser takes before we see them. */
const reserved: readonly RegExp[] = [
  /^Mod\+Space$/,
  /^Shift\+Space$/,
  /^Mod\+,$/,
  /^Mod\+\.$/,
  /^Mod\+Shift\+F$/,
  /^Mod\+Alt\+/,
  /^Alt\+A$/,
  /^Mod\+(R|W|T|N|Q)$/,
  /^F5$/,
  /^F10$/,
  /^F12$/,
  /^Tab$/,
  /^Shift\+Tab$/,
  /^Escape$/,
];

export const isReserved = (chord: string): boolean => reserved.some((pattern) => pattern.test(chord));
