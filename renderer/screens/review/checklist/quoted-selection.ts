/** Words selected in the transcript, to be quoted in a comment; null when nothing is selected there. */
export function quotedSelection(): string | null {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? '';
  return text !== '' && selection?.anchorNode?.parentElement?.closest('[data-pane="transcript"]') ? text : null;
}
