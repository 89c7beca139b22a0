/** Conformance tests: our schemas and every emitted object against the real CRDs of each OpenShift version. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/conformance/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
