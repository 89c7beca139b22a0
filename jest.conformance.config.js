const { referenceFolder } = require('./test/support/reference-folder.js');

if (referenceFolder() === undefined) {
  const { REFERENCE_CRDS } = process.env;
  const where = REFERENCE_CRDS ? `: ${REFERENCE_CRDS} does not exist` : '';
  process.stderr.write(`error: the real CRDs are not here${where}
fix:   npm run crds:fetch, or set REFERENCE_CRDS to the folder that holds them
`);
  process.exit(1);
}

/** Conformance tests: our schemas and every emitted object against the real CRDs of each OpenShift version. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/conformance/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
