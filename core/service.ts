import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from './contract/index.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

/** What every operation is told beside its input. */
export interface Call {
  /** Aborted when the caller leaves or cancels. */
  signal?: AbortSignal | undefined;
}

/** Streams are written as generators; the router turns them into what travels. */
type Result<Output> = Output extends AsyncIterable<infer Item> ? AsyncGenerator<Item> : Output;

/** The implementation of one room of the contract: same names, plain arguments in, plain values out. */
export type ServiceOf<Room extends keyof Contract> = {
  [Operation in keyof Contract[Room]]: Operation extends keyof Inputs[Room] & keyof Outputs[Room]
    ? (input: Inputs[Room][Operation], call: Call) => Promise<Result<Outputs[Room][Operation]>>
    : never;
};

export type Services = { [Room in keyof Contract]: ServiceOf<Room> };
