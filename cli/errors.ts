/** How a command ends when it does not end well: exit code, and one line on stderr. */
import { ORPCError } from '@orpc/client';
import { type ErrorCode, type ErrorParams, errorCodes, errorText, type Language } from '../core/contract/index.ts';
import { DomainError } from '../core/domain-error.ts';

/** The command line itself is wrong. */
export class UsageError extends Error {}

/** The command ran to its end, and its answer is bad: nothing imported, a check that failed. */
export class CommandFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Failure {
  code: string;
  message: string;
  exitCode: number;
}

/**
 * Exit 2 for a wrong command line, 130 when interrupted, 1 for everything else.
 * @param keep writes down what nobody expected, and gives the reference under which it is found again
 */
export function describeFailure(error: unknown, language: Language, keep: (error: unknown) => string): Failure {
  if (error instanceof UsageError) return { code: 'USAGE', message: error.message, exitCode: 2 };
  if (error instanceof CommandFailed) return { code: error.code, message: error.message, exitCode: 1 };
  const { code, params } = expected(error) ?? { code: 'INTERNAL', params: { reference: keep(error) } };
  return { code, message: errorText(code, params, language), exitCode: code === 'CANCELLED' ? 130 : 1 };
}

/** @returns null for what nobody expected */
function expected(error: unknown): { code: ErrorCode; params: ErrorParams } | null {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  if (error instanceof ORPCError) {
    const code = error.code as ErrorCode;
    const data = error.data as
      | { params?: ErrorParams; issues?: { message: string; path?: PropertyKey[] }[] }
      | undefined;
    if (errorCodes.includes(code)) return { code, params: data?.params ?? {} };
    const issues = data?.issues?.map((issue) => [issue.path?.join('.'), issue.message].filter(Boolean).join(': '));
    if (error.code === 'BAD_REQUEST')
      return { code: 'INPUT_INVALID', params: { detail: issues?.join('; ') ?? error.message } };
  }
  if (error instanceof Error && error.name === 'AbortError') return { code: 'CANCELLED', params: {} };
  return null;
}
