/** Whether the transcript moves with the playhead. The reader's own scrolling wins once the active line is out of sight. */

export interface Box {
  top: number;
  bottom: number;
}
type Following = { on: true } | { on: false /** Where the active line is. */; towards: 'up' | 'down' };

/** After the reader scrolled: following goes on while any of the active line can be seen. */
export function afterScroll(line: Box | null, view: Box): Following {
  if (!line) return { on: true };
  if (line.bottom <= view.top) return { on: false, towards: 'up' };
  if (line.top >= view.bottom) return { on: false, towards: 'down' };
  return { on: true };
}

/** While following: does the line need to be brought back? It may wander over the middle of the view. */
export function needsScroll(line: Box, view: Box): boolean {
  const height = view.bottom - view.top;
  return line.top < view.top + height * 0.12 || line.bottom > view.bottom - height * 0.25;
}
