/** Undo and redo of what a person did in this review. */

export interface Change {
  undo(): void;
  redo(): void;
}

export interface History {
  /** A new change makes undone ones unreachable. */
  push(change: Change): void;
  /** @returns false when there is nothing to undo */
  undo(): boolean;
  redo(): boolean;
  clear(): void;
}

export function createHistory(limit = 200): History {
  const done: Change[] = [];
  const undone: Change[] = [];
  return {
    push(change) {
      done.push(change);
      if (done.length > limit) done.shift();
      undone.length = 0;
    },
    undo() {
      const change = done.pop();
      if (!change) return false;
      undone.push(change);
      change.undo();
      return true;
    },
    redo() {
      const change = undone.pop();
      if (!change) return false;
      done.push(change);
      change.redo();
      return true;
    },
    clear() {
      done.length = 0;
      undone.length = 0;
    },
  };
}
