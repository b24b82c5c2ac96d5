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
  const shown = numbers.reduce((said, number) => said.replace(spelt(number), maskPhone), text);
  return maskSensitive(shown);
}

/** The number however its figures are set apart: 010-8888-7777, (010) 88887777. */
function spelt(number: string): RegExp {
  const figures = Array.from(number, (figure) => figure.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'));
  return new RegExp(figures.join('[-\\s()（）]{0,2}'), 'gu');
}

/** A landline with its area code; eight figures that begin like a year are a day. */
const landline = /(?<!\d)0\d{2,3}-?(?!(?:19|20)\d{6})[2-8]\d{6,7}(?!\d)/g;

/** A file's name as people see it, where whose call it is is not known: recorders write the customer's number into it. */
export const maskFileName = (file: string): string => hideNumber(file.replace(landline, maskPhone), null);
