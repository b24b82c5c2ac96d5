/** Telephone numbers as phone systems write them. Pure. */

/** 工号 and numbers as text: full-width digits made plain, spaces dropped. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Dialled before the number to get a line or a cheaper carrier: 9, 0, 179xx, 125xx. */
const dialled = String.raw`(?:[5-9]\d?0?|(?:179|125|193)\d{1,2}0?|0)`;
const prefixedMobile = new RegExp(String.raw`^(?:${dialled})?(?:(?:00)?86|0)?(1[3-9]\d[\d*]{4}\d{4})$`);
const prefixedLandline = /^9(0[1-9]\d{1,2}\d{7,8})$/;

/** A telephone number without spaces, dashes, brackets, the Chinese country code and what was dialled before it. */
export function normalisePhone(text: string): string {
  const plain = normaliseNumber(text)
    .replace(/[-().]/g, '')
    .replace(/^(?:\+|00)86(?=\d)/, '');
  return prefixedMobile.exec(plain)?.[1] ?? prefixedLandline.exec(plain)?.[1] ?? plain;
}

/** True for numbers that customers have: mobile (also masked), landline with area code, 400 and 95 service numbers, abroad. */
export function isPlausiblePhone(text: string): boolean {
  const phone = normalisePhone(text);
  return /^1[3-9]\d[\d*]{4}\d{4}$|^0\d{9,11}$|^[48]00\d{7}$|^95\d{3,6}$|^[2-8]\d{6,7}$|^\+\d{8,15}$/.test(phone);
}

/** True for what looks like a 工号 or extension: 3 to 6 digits, or few letters and then digits. */
export function isPlausibleAgent(text: string): boolean {
  return /^\d{3,6}$|^[A-Za-z]{1,4}\d{2,6}$/.test(normaliseNumber(text));
}

/** What callers are called who show no number. */
const withheld =
  /^(?:anonymous|unknown|private|restricted|unavailable|withheld|blocked|null|none|n\/?a|nil|s|-+|\/|<unknown>|匿名|未知|未显示|无|空|隐藏|隐藏号码|私人号码|无法显示|不详)$/i;
/** An extension behind the number. */
const extension = /(?:[转轉]|分机|分機|#|\bext?\.?|\bx)\s*:?\d{1,6}$/i;

/**
 * The numbers of a cell such as `13800138001`, `sip:…@host`, `tel:+86…`, `"Name" <…>`, `SIP/8012-0a`, `9013800138001`,
 * or two of them (`138…/139…`), each in plain form.
 * @returns an empty list for a caller who showed none; null when no number can be made of the cell
 */
export function readNumbers(cell: string): string[] | null {
  const text = cell.normalize('NFKC').trim();
  if (text === '' || withheld.test(text)) return [];
  // 1.38E+10: a spreadsheet has lost the digits.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return null;
  const bracketed = [...text.matchAll(/<([^<>]*)>/g)].map((found) => found[1]!);
  const numbers = (bracketed.length > 0 ? bracketed : [text]).flatMap(splitNumbers).flatMap(plainNumber);
  return numbers.length > 0 ? [...new Set(numbers)] : null;
}

/** Spaces part groups of one number, or whole numbers. */
function splitNumbers(text: string): string[] {
  const channel =
    /^(?:pj)?(?:sip|iax2?|dahdi|local|user|sofia)\/(?:[a-z]\w*\/)?([^\s@/]+?)(?:-[0-9a-f]+)?(?:@.*)?$/i.exec(text);
  if (channel) return [channel[1]!];
  const parts = text
    .replace(/;[a-z][\w-]*=[^;,/]*/gi, '')
    .replace(/\b(?:sips?|tel|callto|h323)\s*:/gi, ' ')
    .split(/[/,;、|&]|\s+(?:or|and)\s+|[或和及]/i);
  return parts.flatMap((part) => {
    const words = part.trim().split(/\s+/);
    return words.every((word) => word.replace(/\D/g, '').length >= 7) ? words : [part];
  });
}

function plainNumber(part: string): string[] {
  const bare = /[+*(（]?\d[\d*\-()\s.]*/.exec(part.replace(/@.*$/s, '').replace(extension, ''))?.[0].trim() ?? '';
  // *67 hides the caller's number; what follows a whole number behind a dash is an extension.
  const whole = bare.replace(/^[*]\d{2}(?=1[3-9]\d{9}$)/, '').replace(/^(1[3-9]\d{9}|0\d{2,3}-\d{7,8})-\d{1,6}$/, '$1');
  const phone = normalisePhone(whole);
  return /^\+?[\d*]{3,20}$/.test(phone) && /\d/.test(phone) ? [phone] : [];
}
