// Tables of facts that a docstring names with @choices: the values of a text, or the keys of a map.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const lib = path => require(`../../lib/src/${path}.js`);

/** Each table: values, a description of each, and what editors say of any other one. Compiled facts are read when asked for. */
const TABLES = {
  versions: () => ({
    values: [...lib('facts/versions').OPENSHIFT_VERSIONS].reverse(),
    unknown: 'This is not a minor version of OpenShift that is known here: a quoted text such as "4.18".',
  }),
  azureClouds: () => ({ values: lib('facts/azure').AZURE_CLOUDS, anyCase: true }),
  takeOverFields: () => ({ values: lib('facts/operator-writes').TAKEOVER_FIELDS }),
  /** Findings that a fleet file can accept. */
  codes: () => {
    const rows = lib('rules/catalogue').CATALOGUE_ROWS.filter(({ acceptable = true }) => acceptable === true);
    const sorted = rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    return {
      values: sorted.map(({ code }) => code),
      unknown: 'No finding with this code can be accepted here. "registry-gitops explain" lists all codes.',
      descriptions: sorted.map(({ severity, title, why }) => `**${severity}**: ${title}.\n\n${why}.`),
    };
  },
};

/** The table of this name. */
export function tableOf(name) {
  if (!(name in TABLES)) throw new Error(`@choices ${name}: there is no such table in scripts/schema/facts.mjs`);
  return TABLES[name]();
}
