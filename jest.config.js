const { availableParallelism } = require('node:os');

/** The quick tests, all but `*.slow.test.ts`: unit, golden and property tests that need nothing but this repository. */
module.exports = {
  globalSetup: '<rootDir>/test/support/build.js',
  testEnvironment: '<rootDir>/test/support/environment.js',
  // Nothing here measures time, so a busy machine may take as long as it likes; this only ends what hangs.
  testTimeout: 1_800_000,
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/conformance/', '\\.slow\\.test\\.ts$'],
  // One worker fewer than there are processors is the default, and leaves half of a small machine idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  modulePathIgnorePatterns: ['<rootDir>/lib/'],
};
