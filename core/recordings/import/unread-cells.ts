/** Cells that say something which is not understood, gathered by what they say. */
import type { UnreadCells } from '../../contract/index.ts';
import { maskSensitive } from '../../text/sensitive.ts';
import { maskPhone } from '../mask-phone.ts';
import type { UnreadCell } from './cdr-row.ts';

const keptKinds = 100;
const keptPlaces = 20;
const numberFields: readonly string[] = ['phone', 'caller', 'callee'];

export interface Place {
  sheet: string | null;
  line: number;
}

/** What a cell says, numbers hidden. */
export const shownCell = (field: string, value: string): string =>
  maskSensitive(numberFields.includes(field) ? maskPhone(value) : value).slice(0, 100);

export function createUnreadCells(headers: readonly string[]) {
  const kinds = new Map<string, UnreadCells['kinds'][number]>();
  let count = 0;
  return {
    add({ field, column, value }: UnreadCell, place: Place): void {
      count += 1;
      const shown = shownCell(field, value);
      const name = `${field}\n${shown}`;
      const kind = kinds.get(name);
      if (kind) {
        kind.count += 1;
        if (kind.places.length < keptPlaces) kind.places.push(place);
      } else if (kinds.size < keptKinds)
        kinds.set(name, {
          field,
          column: headers[column] || `#${column + 1}`,
          value: shown,
          count: 1,
          places: [place],
        });
    },
    /** The most frequent first. */
    result: (): UnreadCells => ({ count, kinds: [...kinds.values()].sort((a, b) => b.count - a.count) }),
  };
}
