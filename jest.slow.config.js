/** Tests that take long: whole programs, large fleets, thousands of runs of a property, a browser. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/**/*.slow.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/conformance/'],
};
