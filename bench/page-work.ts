import type { CDPSession } from '@playwright/test';

/** @param session of the browser. @returns milliseconds of processor time that pages and their drawing have taken so far, in all their threads. */
export async function worked(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');
  return drawing.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}
