/**
 * Binds the contract to the services: every operation of the contract must exist in its service, or
 * `tsc -b` fails. Here, once, domain errors become the contract's errors and unexpected ones are masked.
 */
import { randomUUID } from 'node:crypto';
import { implement, ORPCError, type Router as RouterOf } from '@orpc/server';
import { type Contract, contract, type ErrorCode, errorText, errorTexts } from './contract/index.ts';
import { DomainError, fromSystemError } from './domain-error.ts';
import type { Log } from './ports.ts';
import type { Services } from './service.ts';

type Handler = (options: { input: unknown; signal?: AbortSignal }) => Promise<unknown>;
type Operation = (input: unknown, call: { signal?: AbortSignal | undefined }) => Promise<unknown>;

export type Router = RouterOf<Contract, Record<never, never>>;

export function createRouter(services: Services, log: Log, libraryDir: string): Router {
  const os = implement(contract);
  const rooms = Object.entries(contract).map(([room, operations]) => {
    const service = services[room as keyof Services] as unknown as Record<string, Operation>;
    const implementers = os[room as keyof typeof os] as unknown as Record<
      string,
      { handler(handler: Handler): unknown }
    >;
    const bound = Object.keys(operations).map((name) => {
      const handler: Handler = async ({ input, signal }) => {
        try {
          return await service[name]!.call(service, input, { signal });
        } catch (error) {
          throw toContractError(error, `${room}.${name}`, log, libraryDir);
        }
      };
      return [name, implementers[name]!.handler(handler)];
    });
    return [room, Object.fromEntries(bound)];
  });
  return os.router(Object.fromEntries(rooms)) as Router;
}

function toContractError(
  error: unknown,
  operation: string,
  log: Log,
  libraryDir: string,
): ORPCError<ErrorCode, unknown> {
  const known = fromSystemError(error, libraryDir);
  if (known instanceof DomainError) return contractError(known.code, known.params);
  const reference = randomUUID().slice(0, 8);
  log.error('unexpected error', error, { operation, reference });
  return contractError('INTERNAL', { reference });
}

function contractError(code: ErrorCode, params: DomainError['params']): ORPCError<ErrorCode, unknown> {
  return new ORPCError(code, {
    defined: true,
    status: errorTexts[code].status,
    message: errorText(code, params, 'en'),
    data: { params },
  });
}
