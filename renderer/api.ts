/** The only file that knows the RPC library: one typed client over a MessagePort (desktop) or a WebSocket (browser). */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import {
  type Contract,
  type ErrorCode,
  type ErrorParams,
  errorCodes,
  errorText,
  type Language,
} from '../core/contract/index.ts';
import { UploadError } from './host-web.ts';
import { hideNumbers } from './i18n/hide-numbers.ts';
import { connect } from './rpc-connection.ts';

export const api: ContractRouterClient<Contract> = createORPCClient(connect());

/**
 * What went wrong in the user's language. Everything that is not an expected error reads as INTERNAL or CORE_GONE.
 * Paths in it may hold customers' numbers: they are hidden.
 */
export function describeError(error: unknown, language: Language): string {
  const { code, params } = errorOf(error);
  return hideNumbers(errorText(code, params, language));
}

export function errorOf(error: unknown): { code: ErrorCode; params: ErrorParams } {
  if (error instanceof ORPCError) {
    const code = error.code as ErrorCode;
    if (errorCodes.includes(code))
      return { code, params: (error.data as { params?: ErrorParams } | undefined)?.params ?? {} };
    if (error.code === 'BAD_REQUEST') return { code: 'INPUT_INVALID', params: { detail: error.message } };
  }
  if (error instanceof UploadError) {
    const { file, status } = error;
    if (status === 507) return { code: 'DISK_FULL', params: { path: file } };
    if (status === 400 || status === 409) return { code: 'UPLOAD_REFUSED', params: { file } };
  }
  if (error instanceof Error && error.name === 'AbortError') return { code: 'CANCELLED', params: {} };
  return { code: 'INTERNAL', params: { reference: error instanceof Error ? error.message : '?' } };
}
