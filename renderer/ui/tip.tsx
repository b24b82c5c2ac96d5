import { cloneElement, type ReactElement } from 'react';

/**
 * Tooltip that names the key. The element only carries the words; `TipLayer` shows them, one for the whole window: with a
 * tooltip each, the buttons of a screen take a third of the time in which it comes.
 */
export function Tip({ text, kbd, beside, children }: TipProps) {
  if (text === '') return children;
  return cloneElement(children, {
    'data-tip': text,
    ...(kbd ? { 'data-tip-key': kbd } : {}),
    ...(beside ? { 'data-tip-beside': '' } : {}),
  });
}

interface TipProps {
  text: string;
  kbd?: string;
  /** To the right, where it covers no neighbour in a column of buttons; else above. */
  beside?: boolean;
  children: ReactElement<TipWords>;
}

/** The child hands these on to its element. */
interface TipWords {
  'data-tip'?: string;
  'data-tip-key'?: string;
  'data-tip-beside'?: string;
}
