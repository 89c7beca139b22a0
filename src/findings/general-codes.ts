/** Catalogue rows of findings that no single rule makes: reading, shape, acceptances, and what moved. */

import { APP_CODES } from './app-codes';
import { type CatalogueEntry, problemOf } from './catalogue-entry';
import type { ConfigPath, Problem } from './finding';

const FORMAT = 'schema/fleet.schema.json';
const error = (
  code: string,
  title: string,
  why: string,
  fix: string,
  source: string = FORMAT,
): CatalogueEntry & { readonly severity: 'error' } => ({
  code,
  severity: 'error',
  title,
  why,
  fix,
  source,
  acceptable: false,
});

/** Findings of the steps before and after the rules. */
export const GENERAL_CODES: readonly CatalogueEntry[] = [
  error(
    'YAML_SYNTAX',
    'the file is not valid YAML',
    'everything after a syntax error may be misread',
    'fix the YAML at this place',
    'YAML 1.2',
  ),
  error(
    'YAML_DUPLICATE_KEY',
    'a key is listed twice in one map',
    'one of the two values would silently be lost',
    'remove one of the two',
    'YAML 1.2',
  ),
  error(
    'YAML_LIMIT',
    'the file, or what its aliases expand to, is too large',
    'a file without limits can use up the memory of a pipeline',
    'use defaults, profiles and clusterFiles to write less in one file',
    'src/load/yaml/parse-yaml.ts',
  ),
  error(
    'FLEET_EMPTY',
    'a file of the configuration is empty',
    'its clusters would silently be removed from the output',
    'write at least one cluster, or delete the file',
  ),
  error(
    'FLEET_DOCUMENTS',
    'the fleet file holds more than one YAML document',
    'the first document would be the whole fleet: everything else would be ignored',
    'move the clusters to files named in clusterFiles',
  ),
  error(
    'FLEET_IS_OBJECT',
    'the file is a Kubernetes object, not a fleet or a cluster',
    'a fleet has its own keys, from which the objects are generated; objects are not read',
    'begin with the line clusters:, or run registry-gitops adopt FILE on the dump of a cluster',
  ),
  error(
    'FILE_UNREADABLE',
    'a file cannot be read',
    'without the file nothing can be checked or generated',
    'correct the path, or the permissions of the file',
  ),
  error(
    'CLUSTER_FILES_NO_MATCH',
    'a pattern of clusterFiles matches no file',
    'the clusters of a moved folder would silently be removed from the output',
    'correct the pattern; it is relative to the fleet file',
  ),
  error(
    'UNKNOWN_KEY',
    'a key is not known',
    'a setting under an unknown key has no effect',
    'correct or remove the key',
  ),
  error(
    'WRONG_TYPE',
    'a value has the wrong type',
    'the API server would refuse the object, or the operator would not read it',
    'write a value of the right type',
  ),
  error(
    'UNKNOWN_VALUE',
    'a value is not one of those allowed',
    'the API server would refuse the object, or the operator would not understand it',
    'write one of the allowed values',
  ),
  error(
    'VALUE_MISSING',
    'a required value is missing',
    'the value cannot be derived from anything else',
    'add the value',
  ),
  error(
    'PLACEHOLDER',
    'a value still has to be filled in',
    'CHANGE_ME is only a placeholder: nothing on the cluster has that name',
    'write your own value in place of CHANGE_ME',
    'src/config/placeholders.ts',
  ),
  error(
    'OUT_OF_RANGE',
    'a number is outside its bounds',
    'the API server would refuse the object',
    'write a number within the bounds',
  ),
  error(
    'TOO_MANY_KEYS',
    'a map of single values has more than 1000 keys',
    'every object would have them, and a run would take minutes',
    'keep at most 1000 keys',
    'src/config/shape-check.ts',
  ),
  error(
    'VERSION_NOT_QUOTED',
    'the OpenShift version is not in quotes',
    'YAML reads 4.10 as the number 4.1, which is another version',
    'write the minor version in quotes, for example openshift: "4.18"',
  ),
  error(
    'HTTP_SECRET',
    'the configuration sets httpSecret',
    'httpSecret is a credential that the operator creates itself; in git everyone could read it',
    'remove the key',
    'operator pkg/operator/complete.go',
  ),
  error(
    'OPERATOR_FIELD',
    'the configuration sets a field that the operator writes itself',
    'the operator and Argo CD would overwrite each other',
    'remove the key',
    'operator pkg/operator/controller.go',
  ),
  error(
    'FIELD_ELSEWHERE',
    'a setting is under the wrong key',
    'storage, credentials and routes have their own keys, because they are checked and emitted separately',
    'move the setting',
  ),
  error(
    'LITERAL_CREDENTIAL',
    'the configuration contains a credential',
    'everyone who can read the repository can use it',
    'remove it, create a new one, and refer to it by externalSecret, sealedSecret, existingSecret or secret',
  ),
  error(
    'PLUGIN_SECRET',
    'the Argo CD plugin must not create a plain Secret',
    'anyone who can write the configuration could read variables and files of the machine that runs the plugin',
    'use externalSecret, sealedSecret or existingSecret; or set REGISTRY_PLUGIN_SECRETS=true in the environment of the plugin',
    'src/fleet/plugin.ts',
  ),
  error(
    'PLUGIN_PATH',
    'the Argo CD plugin must not read a file outside the folder of the fleet file',
    'anyone who can write the configuration could read files of the machine that runs the plugin',
    'move the file below the folder of the fleet file, and write a relative path',
    'src/fleet/plugin.ts',
  ),
  error(
    'UNKNOWN_PROFILE',
    'a profile does not exist',
    'the settings of the profile would silently be missing',
    'correct the name, or define the profile',
  ),
  error(
    'UNKNOWN_CLUSTER',
    'the fleet file does not have the cluster that a program asks for',
    'nothing would be generated for it',
    'correct the name, or add the cluster to the fleet',
  ),
  error('ACCEPT_UNKNOWN', 'accept names a code that does not exist', 'nothing is accepted', 'correct the code'),
  error(
    'ACCEPT_REFUSED',
    'accept names a finding that cannot be accepted',
    'images would be lost silently, or the API server would refuse the object',
    'fix the cause',
  ),
  error(
    'REASON_PLACEHOLDER',
    'a reason is a placeholder',
    'in a year nobody can tell from the entry whether it still applies',
    'write in a few words why this is fine here, or the number of a ticket',
  ),
  error(
    'ACCEPT_UNTIL',
    'the last day of an acceptance is not a valid date',
    'the acceptance would never expire',
    'write year, month and day in quotes, for example until: "2027-03-31"',
  ),
  ...APP_CODES,
  {
    code: 'ACCEPT_EXPIRED',
    severity: 'warning',
    acceptable: false,
    title: 'an acceptance has expired',
    why: 'the finding is still accepted, so that nothing breaks overnight, but it should have been reviewed by that day',
    fix: 'fix the cause and remove the entry, or write a later day',
    source: FORMAT,
  },
  {
    code: 'FINDINGS_LIMIT',
    severity: 'warning',
    title: 'there are more findings of one code than are listed',
    why: 'a list of a hundred thousand findings helps nobody, and takes all memory of a pipeline',
    fix: 'fix what is listed, which is likely the same mistake again and again, and run it once more',
    source: 'src/findings/sort.ts',
  },
  {
    code: 'ACCEPT_UNUSED',
    severity: 'warning',
    title: 'accept names a finding that does not occur',
    why: 'the entry would hide the finding if it occurs later for another reason',
    fix: 'remove the entry',
    source: FORMAT,
  },
  {
    code: 'NO_VALUE',
    severity: 'warning',
    acceptable: false,
    title: 'a key has no value, and removes nothing',
    why: 'a key without a value removes what the defaults or a profile set; where they set nothing, the line has no effect',
    fix: 'write the value, or remove the key',
    source: 'src/load/merge.ts',
  },
];

const ROWS: ReadonlyMap<string, CatalogueEntry> = new Map(GENERAL_CODES.map(row => [row.code, row]));

/**
 * A problem of one of these rows, with a fix and a reason for this value, where there are any.
 *
 * @throws Error for any other code: a mistake of ours, never of a user.
 */
export function generalProblem(code: string, path: ConfigPath, what: string, fix?: string, why?: string): Problem {
  const row = ROWS.get(code);
  if (row === undefined) throw new Error(`no general finding is called ${code}`);
  return problemOf(row, path, what, { fix, why });
}
