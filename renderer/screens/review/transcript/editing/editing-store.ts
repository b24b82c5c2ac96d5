/** The sentence that is being corrected, and the words as they are typed. */
import { create } from 'zustand';

export interface Editing {
  /** Id of the sentence in the text box; null: none. */
  sentence: number | null;
  /** What the sentence said when this began to be typed. */
  saved: string;
  text: string;
  /** Where the cursor goes when the box opens. */
  caret: number;
  /** A split or a merge is on its way: nothing may be typed meanwhile. */
  busy: boolean;
  /** The transcript is shown as it came. */
  original: boolean;
}

export const notEditing: Editing = { sentence: null, saved: '', text: '', caret: 0, busy: false, original: false };

export const useEditing = create<Editing>(() => notEditing);

export const isEditing = (): boolean => useEditing.getState().sentence !== null;
export const type = (text: string): void => useEditing.setState({ text: text.replace(/\s*\n\s*/g, ' ') });
