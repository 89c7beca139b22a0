/**
 * For programs that tests start: counts their steps, which are calls of functions and turns of loops. V8 counts them itself, so
 * a run has as many on every machine, however busy. Time tells less, and fails tests for no reason.
 */

const { Session } = require('node:inspector');

const session = new Session();

/** Counts from here on, in modules that are loaded afterwards. */
exports.countSteps = () => {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
};

/** The steps since the last time somebody asked. */
exports.stepsSoFar = () => {
  let steps = 0;
  // A session with its own process answers before it returns.
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error !== null) throw new Error(error.message);
    for (const { url, functions } of answer.result) {
      if (!url.startsWith('node:')) steps += sumOf(functions.flatMap(({ ranges }) => ranges));
    }
  });
  return steps;
};

const sumOf = ranges => ranges.reduce((sum, { count }) => sum + count, 0);
