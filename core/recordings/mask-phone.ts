/**
 * A customer's number as lists, reports and file names show it: three digits before and four after the hidden
 * ones (138****8001). Numbers too short for that keep at most their last two digits. Where several numbers stand in
 * one text (138…/139…, 010…转801), each is hidden by itself.
 */
export function maskPhone(phone: string): string;
export function maskPhone(phone: string | null): string | null;
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  return phone.replace(/[\p{Nd}+*().\-－（）\s]+/gu, (part) => {
    if (digitsIn(part) <= longest) return maskNumber(part);
    const words = part.match(/\s+|\S+/g) ?? [];
    const each = words.every((word) => /^\s/.test(word) || digitsIn(word) >= shortest);
    return each ? words.map(maskNumber).join('') : maskNumber(part);
  });
}

/** A mobile number with its country code. More digits are more than one number, which spaces may part. */
const longest = 13;
/** Fewer digits between spaces are a group of one number. */
const shortest = 5;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

function maskNumber(number: string): string {
  const digits = digitsIn(number);
  const head = digits > longest ? 3 : digits >= 11 ? digits - 8 : 0;
  const tail = digits >= 8 ? 4 : Math.min(2, Math.max(0, digits - 2));
  let seen = 0;
  return number.replace(/\p{Nd}/gu, (digit) => {
    seen += 1;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}
