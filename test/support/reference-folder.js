/** Where the real CRDs are: the folder that is named, one beside the repository, or what `npm run crds:fetch` downloads. */

const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = join(__dirname, '..', '..');

module.exports.referenceFolder = () => {
  const { REFERENCE_CRDS } = process.env;
  const folders = REFERENCE_CRDS ? [REFERENCE_CRDS] : [join('..', 'shared', 'crds'), '.reference-crds'];
  return folders.map(folder => resolve(root, folder)).find(existsSync);
};
