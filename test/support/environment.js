/**
 * Jest's environment for Node, with one addition: every test file loads all modules anew, and compiling them again took
 * a quarter of all time, so V8's code of a module is kept for the next test file of the same worker.
 */

const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const compile = vm.compileFunction;
const known = new Map();

vm.compileFunction = (source, parameters, options = {}) => {
  const before = known.get(options.filename);
  if (before?.source === source) return compile(source, parameters, { ...options, cachedData: before.cachedData });
  const compiled = compile(source, parameters, { ...options, produceCachedData: true });
  known.set(options.filename, { source, cachedData: compiled.cachedData });
  return compiled;
};

module.exports = TestEnvironment;
