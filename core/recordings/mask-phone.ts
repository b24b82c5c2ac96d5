/**
 * A customer's number as lists, reports and file names show it: three digits before and four after the hidden
 * ones (138****8001). Numbers too short for that keep at most their last two digits.
 */
export function maskPhone(phone: string): string;
export function maskPhone(phone: string | null): string | null;
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.match(/\p{Nd}/gu)?.length ?? 0;
  const head = digits >= 11 ? digits - 8 : 0;
  const tail = digits >= 8 ? 4 : Math.min(2, Math.max(0, digits - 2));
  let seen = 0;
  return phone.replace(/\p{Nd}/gu, (digit) => {
    seen += 1;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}
