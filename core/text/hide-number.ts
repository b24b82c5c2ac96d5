import { maskPhone } from '../recordings/mask-phone.ts';
import { maskSensitive } from './sensitive.ts';

/** Fewer digits than this are an extension or a service number, and would hide parts of dates and times. */
const shortest = 7;

/**
 * A text without the customer's number, whatever kind of number it is, and without other sensitive numbers.
 * File names carry it as recorders write them.
 * @param phone one number, or several with `/` between them
 */
export function hideNumber(text: string, phone: string | null): string {
  const numbers = phone?.split('/').filter((number) => number.length >= shortest) ?? [];
  return maskSensitive(numbers.reduce((shown, number) => shown.replaceAll(number, maskPhone(number)), text));
}
