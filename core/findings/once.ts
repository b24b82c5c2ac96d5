import type { Call } from './call.ts';

/**
 * What follows from a call is the same however many rules ask for it: worked out once, kept as long as the call is.
 * Neither the call nor what is derived may be changed afterwards.
 * @param derive pure; its further arguments tell its results apart
 */
export function oncePerCall<Args extends readonly (string | number)[], Derived>(
  derive: (call: Call, ...args: Args) => Derived,
): (call: Call, ...args: Args) => Derived {
  const known = new WeakMap<Call, Map<string, Derived>>();
  return (call, ...args) => {
    const ofCall = known.get(call) ?? new Map<string, Derived>();
    known.set(call, ofCall);
    const key = args.join(' ');
    if (ofCall.has(key)) return ofCall.get(key)!;
    const derived = derive(call, ...args);
    ofCall.set(key, derived);
    return derived;
  };
}
