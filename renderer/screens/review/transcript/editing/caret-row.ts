/** Whether the cursor of a text box stands in its first or its last row, as the text is wrapped. */
export function caretRow(box: HTMLTextAreaElement): { first: boolean; last: boolean } {
  const style = getComputedStyle(box);
  const copy = document.createElement('div');
  for (const name of ['font', 'letterSpacing', 'wordBreak', 'overflowWrap', 'lineHeight'] as const)
    copy.style[name] = style[name];
  copy.style.position = 'absolute';
  copy.style.visibility = 'hidden';
  copy.style.whiteSpace = 'pre-wrap';
  copy.style.width = `${box.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)}px`;
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  const end = mark.cloneNode(true) as HTMLElement;
  copy.append(box.value.slice(0, box.selectionEnd), mark, box.value.slice(box.selectionEnd), end);
  document.body.append(copy);
  const row = { first: mark.offsetTop <= 1, last: mark.offsetTop >= end.offsetTop - 1 };
  copy.remove();
  return row;
}
