/** What a transcript format yields before speakers and missing times are worked out. */
export interface RawSentence {
  /** The speaker as the file names it. */
  label: string | null;
  /** Channel number, where the file says that instead. */
  channel?: number | null;
  /** Seconds; null where the file does not say. */
  start: number | null;
  end: number | null;
  text: string;
  words?: { text: string; start: number; end: number }[] | undefined;
}

export interface TranscriptReader {
  id: string;
  /** File name extensions that it is tried on first, lower case with dot. */
  extensions: readonly string[];
  /** @returns null when the text is not in this format */
  read(text: string): RawSentence[] | null;
}

export interface LabelledText {
  label: string | null;
  text: string;
}
