/** The contract builder with every expected error declared, so that a code arrives typed in every shell. */
import { oc as builder } from '@orpc/contract';
import { type ErrorCode, ErrorData, errorCodes, errorTexts } from './errors.ts';

const declared = Object.fromEntries(
  errorCodes.map((code) => [code, { status: errorTexts[code].status, message: errorTexts[code].en, data: ErrorData }]),
) as Record<ErrorCode, { status: number; message: string; data: typeof ErrorData }>;

export const oc = builder.errors(declared);
