const longestWord = 50;
const mostWords = 500;

/** Words from what was typed or pasted: one a line, or between commas; each once, none longer than is stored. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[\n\r,，、;；\t]+/).map((word) => word.trim().slice(0, longestWord).trim());
  return [...new Set(words.filter((word) => word !== ''))].slice(0, mostWords);
}
