import { maskPhone } from '../recordings/mask-phone.ts';
import { maskSensitive } from './sensitive.ts';

/** Fewer digits than this are an extension or a service number, and would hide parts of dates and times. */
const shortest = 7;

/**
 * A text without the customer's number, whatever kind of number it is, and without other sensitive numbers.
 * File names carry it as recorders write them.
 */
export function hideNumber(text: string, phone: string | null): string {
  const known =
    phone !== null && phone.length >= shortest && text.includes(phone)
      ? text.replaceAll(phone, maskPhone(phone))
      : text;
  return maskSensitive(known);
}
