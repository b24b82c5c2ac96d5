/** Who called whom, of one row of call records. Pure. */
import type { CdrField, Direction } from '../../contract/index.ts';
import { isDirectionCode, readDirection } from './direction.ts';
import { isPlausibleAgent, isPlausiblePhone, normaliseNumber, readNumbers } from './phone-number.ts';

export interface Parties {
  /** The customer's number in plain form; several with `/` between them. */
  phone: string | null;
  direction: Direction | null;
  /** The agent's own number, where only caller and callee are given. */
  extension: string | null;
  /** Cells that say something that is not understood. */
  unread: CdrField[];
}

/** Who is the customer: the named number, or the side of the call that the direction (or the numbers' look) points to. */
export function resolveParties(cell: (field: CdrField) => string | null): Parties {
  const numbers = (field: CdrField) => readNumbers(cell(field) ?? '');
  const first = (field: CdrField) => numbers(field)?.[0] ?? null;
  const [caller, callee] = [first('caller'), first('callee')];
  const phones = numbers('phone');
  const phone = phones?.[0] ?? null;
  const spelled = cell('direction');
  const said = spelled === null ? null : readDirection(spelled);
  const look = lookOf(caller, callee);
  const byPhone =
    phone === null || caller === callee ? null : phone === caller ? 'inbound' : phone === callee ? 'outbound' : null;
  const seen = byPhone ?? look;
  // What 0 and 1 mean differs between systems; the numbers do not lie.
  const doubtful = spelled !== null && isDirectionCode(spelled) && seen !== null;
  const direction = doubtful ? seen : said === 'neither' ? null : (said ?? seen);
  const [customer, own, channel] =
    direction === 'outbound'
      ? ([callee, caller, 'callerChannel'] as const)
      : direction === 'inbound'
        ? ([caller, callee, 'calleeChannel'] as const)
        : ([null, null, null] as const);
  const onChannel = channel && first(channel);
  return {
    phone: phones?.length ? phones.join('/') : customer,
    direction,
    extension: isExtension(onChannel) ? onChannel : isExtension(own) ? own : null,
    unread: [
      ...(phones === null ? (['phone'] as const) : []),
      ...(spelled !== null && said === null ? (['direction'] as const) : []),
    ],
  };
}

/** Which way a call goes whose sides are an extension, or a number of the company's, and a customer's number. */
function lookOf(caller: string | null, callee: string | null): Direction | null {
  const inside = (number: string | null) => isShort(number) || isService(number);
  const outside = (number: string | null) => isLong(number) && !isService(number);
  if (inside(caller) && outside(callee)) return 'outbound';
  return inside(callee) && outside(caller) ? 'inbound' : null;
}

/** 400, 800, 95 and 96 numbers belong to companies. */
function isService(number: string | null): boolean {
  return number !== null && /^[48]00\d{7}$|^9[56]\d{3,6}$/.test(number);
}

/** A short internal number; service numbers such as 95588, 10086 or 12345 are the company's, not an agent's. */
function isExtension(number: string | null): number is string {
  return number !== null && isShort(number) && !/^(95|96|10|12|11)\d{3,4}$/.test(number);
}

function isShort(number: string | null): boolean {
  return number !== null && /^\d{3,6}$/.test(number);
}

function isLong(number: string | null): boolean {
  return number !== null && !isShort(number) && isPlausiblePhone(number);
}

/** One column may hold both: `张敏(8012)`, `8012/张敏`, or a name where a 工号 was expected. */
export function splitAgent(id: string | null, name: string | null): { no: string | null; name: string | null } {
  const plainName = name?.normalize('NFKC').trim() || null;
  if (id === null) return { no: null, name: plainName };
  const text = id.normalize('NFKC').trim();
  const both =
    /^(.*?)[\s(/_[-]+([A-Za-z]{0,4}\d{2,8})[)\]]?$/u.exec(text) ??
    /^([A-Za-z]{0,4}\d{2,8})[\s(/_[-]+(.*?)[)\]]?$/u.exec(text);
  if (both) {
    const [, first, second] = both;
    const [no, called] = isPlausibleAgent(second!) ? [second!, first!] : [first!, second!];
    // SIP/8012 names a channel, not a person.
    return { no, name: plainName ?? (/\p{Script=Han}/u.test(called) ? called : null) };
  }
  if (plainName === null && !/\d/.test(text) && /\p{Script=Han}/u.test(text)) return { no: null, name: text };
  return { no: normaliseNumber(text), name: plainName };
}
