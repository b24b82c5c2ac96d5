/** Why the system ended an engine process, as far as its end tells. */
import type { Exit } from '../../ports.ts';
import type { Stage } from './worker-protocol.ts';

/** `processor`: it met an instruction that this processor does not have. */
export type CauseOfDeath = 'memory' | 'processor' | 'unknown';

/**
 * Ends by exit code: 128 + signal from shells, the status of waitpid from Electron (the signal, and 128 more with a
 * core dump), and the status codes of Windows.
 */
const signals: Record<number, NodeJS.Signals> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  9: 'SIGKILL',
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  137: 'SIGKILL',
  // STATUS_ILLEGAL_INSTRUCTION, STATUS_NO_MEMORY, STATUS_COMMITMENT_LIMIT
  3221225501: 'SIGILL',
  3221225495: 'SIGKILL',
  3221225773: 'SIGKILL',
};

/** @param stage how far it had come; its model was found to be whole before */
export function causeOfDeath({ code, signal }: Exit, stage: Stage): CauseOfDeath {
  const end = signal ?? signals[(code ?? 0) >>> 0];
  if (end === 'SIGILL') return 'processor';
  // Where memory runs short, Linux kills the largest process.
  if (end === 'SIGKILL') return 'memory';
  // whisper.cpp asserts that it got its buffers, V8 stops with a trap: all that a whole model can fail by.
  if (stage === 'model' && (end === 'SIGABRT' || end === 'SIGTRAP')) return 'memory';
  return 'unknown';
}
