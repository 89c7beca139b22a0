const { availableParallelism } = require('node:os');

/** Unit, golden and property tests: everything that needs nothing outside this repository. */
module.exports = {
  globalSetup: '<rootDir>/test/support/build.js',
  testEnvironment: 'node',
  // Nothing here measures time, so a busy machine may take as long as it likes; this only ends what hangs.
  testTimeout: 120_000,
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/conformance/'],
  // One worker fewer than there are processors is the default, and leaves half of a small machine idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  modulePathIgnorePatterns: ['<rootDir>/lib/'],
};
