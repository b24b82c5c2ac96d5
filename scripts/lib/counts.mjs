/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} of Vitest's JSON report; all zero when there is none */
export function countVitest(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @returns {Counts} of Playwright's JSON report; a test that passed on its second try counts as failed */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** @param {Counts[]} counts */
export function sum(counts) {
  const add = (key) => counts.reduce((total, one) => total + one[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/**
 * @param {Counts} counts
 * @param {string[]} notRun what this machine could not run, and why
 */
export function closingLine({ passed, failed, skipped }, notRun = []) {
  return [`${passed} passed, ${failed} failed, ${skipped} skipped`, ...notRun].join('; ');
}
