/** Values of the wrong type in words: what was written, and how to write it correctly. */

import { isPlainMap } from '../config/plain-map';
import type { ShapeIssue } from '../config/shape-check';
import { fixOfWord } from '../config/words/common-word';
import { wordForValue } from '../config/words/find';
import { isKnownVersion } from '../facts/versions';
import { looksLikeCredential } from '../findings/credential-text';
import { type ConfigPath, formatPath, type Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { textOf } from '../values/text-of';

/** Words that name a credential. */
export const CREDENTIAL_WORD =
  /passw(or)?d|passphrase|\bpwd\b|token|keyfile|docker(config|cfg)|connection[-_]?string|(access|secret|account|api|private|shared|storage)[-_]?key|(client|credential)[-_]?secret/i;

/** A value of the wrong type; `written` gives a scalar exactly as it is in the file. */
export function wrongType(issue: ShapeIssue, written?: (path: ConfigPath) => string | undefined): Problem {
  const { path, actual, expected } = issue;
  const text = written?.(path) ?? textOf(actual);
  if (path.at(-1) === 'openshift' && typeof actual === 'number') {
    const what = `openshift must be a string, not the number ${text}`;
    // YAML reads 4.10 as the number 4.1.
    const version = [text, `${text}0`].find(isKnownVersion);
    const fix = version === undefined ? undefined : `write openshift: "${version}"`;
    return generalProblem('VERSION_NOT_QUOTED', path, what, fix);
  }
  if (expected === 'a string' && (typeof actual === 'number' || typeof actual === 'boolean')) {
    const fix = isSecret(path) ? 'put it in quotes' : `put it in quotes: "${text}"`;
    return generalProblem(
      'WRONG_TYPE',
      path,
      `${show(issue)} must be a string, not ${kindOf(actual)}`,
      fix,
      whyNot(path),
    );
  }
  const kind = Number.isFinite(actual) && expected.endsWith('number') ? 'one with a fraction' : kindOf(actual);
  const what = `${show(issue)} must be ${expected}, not ${kind}`;
  return generalProblem('WRONG_TYPE', path, what, rewritten(issue) ?? `write ${expected}`, whyNot(path));
}

/** The same value in the right form, if that is certain. */
function rewritten({ path, actual, expected }: ShapeIssue): string | undefined {
  const [, server, exported] = /^([A-Za-z0-9][-A-Za-z0-9.]*):(\/[-\w./]*)$/.exec(textOf(actual)) ?? [];
  if (path.at(-1) === 'nfs' && server !== undefined) return `write nfs: {server: ${server}, path: ${exported}}`;
  if (path.at(-1) === 'routes' && actual === true) return 'write routes: {default: true}';
  if (path.at(-2) === 'accept' && isName(actual)) return `write {code: ${actual}, reason: "why it is fine here"}`;
  if (path.at(-1) === 'clusterFiles' && typeof actual === 'string') return `write clusterFiles: ["${actual}"]`;
  const backend = path.at(-1) === 'storage' && typeof actual === 'string' ? BACKENDS_BY_NAME.get(actual) : undefined;
  if (backend !== undefined) return `write storage: {${backend}}`;
  const name = isName(actual) ? MAPS_OF_NAMES.get(String(path.at(-1))) : undefined;
  if (name !== undefined && expected === 'a map') return `write ${name(String(actual))}`;
  if (expected === 'a list' && isPlainMap(actual)) {
    const [first = '', ...more] = Object.keys(actual);
    const named = isName(first) && isPlainMap(actual[first]) && [...more].every(key => isPlainMap(actual[key]));
    return named
      ? `write a list: "- name: ${first}" instead of "${first}:", and the rest below name`
      : 'put a dash before its first key: it is a list with one entry';
  }
  if (expected === 'a list' && isName(actual)) {
    const word = wordForValue(path, actual);
    return word === undefined ? `write a list: [${actual}]` : fixOfWord(word);
  }
  if (expected === 'a whole number' && /^\d{1,9}$/.test(textOf(actual))) return `write ${actual}, without quotes`;
  if (expected !== 'true or false') return undefined;
  const word = typeof actual === 'string' ? actual.toLowerCase() : actual;
  if (['yes', 'on', 'true', 'y', 1].includes(word as string)) return 'write true';
  return ['no', 'off', 'false', 'n', 0].includes(word as string) ? 'write false' : undefined;
}

/** Keys that hold a name in other tools, and a map here. */
const MAPS_OF_NAMES: ReadonlyMap<string, (name: string) => string> = new Map<string, (name: string) => string>([
  ['store', name => `store: {name: ${name}}`],
  ['storageClass', name => `storageClassName: ${name}`],
  ['existingSecret', () => 'existingSecret: {}; the operator reads only one name'],
  [
    'trustedCA',
    name => (/\.(pem|crt|cer)$/.test(name) ? `trustedCA: {pemFile: ${name}}` : `trustedCA: {configMap: ${name}}`),
  ],
  ['s3', name => `s3: {bucket: ${name}, region: REGION}`],
  ['gcs', name => `gcs: {bucket: ${name}, region: REGION}`],
  ['pvc', name => `pvc: {claim: ${name}, accessModes: [ReadWriteMany], storageClassName: CLASS}`],
  ['noobaa', name => `noobaa: {bucketName: ${name}}`],
  ['rgw', name => `rgw: {bucketName: ${name}}`],
  ['nodeSelector', name => `nodeSelector: {${name}: ""}`],
]);

/** What a backend needs that is written as its name alone; words in capitals are the user's own. */
const BACKENDS_BY_NAME: ReadonlyMap<string, string> = new Map([
  ['pvc', 'pvc: {accessModes: [ReadWriteMany], storageClassName: CLASS}'],
  ['s3', 's3: {bucket: BUCKET, region: REGION}'],
  ['gcs', 'gcs: {bucket: BUCKET, region: REGION}'],
  ['azure', 'azure: {accountName: ACCOUNT, container: CONTAINER}'],
  ['swift', 'swift: {container: CONTAINER}'],
  ['emptyDir', 'emptyDir: {}'],
  ['odf', 'odf: {cephfs: {}}'],
  ['cephfs', 'odf: {cephfs: {}}'],
  ['noobaa', 'odf: {noobaa: {bucketName: BUCKET}}'],
  ['rgw', 'odf: {rgw: {bucketName: BUCKET}}'],
]);

/** Whether the value is a short name or path that no credential can be. */
const isName = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^[A-Za-z0-9][-A-Za-z0-9._/]{0,29}$/.test(value) &&
  !/^[0-9a-f]{16,}$/i.test(value) &&
  !looksLikeCredential(value);

/** Parts of a cluster that become objects of the API. */
const OF_THE_API = ['registry', 'storage', 'routes', 'image', 'pruner', 'jobs', 'metadata'];

/** Why a value of the wrong form matters if no API server ever sees it. */
export const whyNot = ([part]: ConfigPath): string | undefined =>
  OF_THE_API.includes(String(part)) ? undefined : 'the setting cannot be read, so nothing is generated from it';

/** The path, with the value where it is a short scalar that cannot be a credential. */
export function show({ path, actual }: ShapeIssue): string {
  const name = formatPath(path) || 'the entry';
  if (isSecret(path) || actual === null || typeof actual === 'object' || actual === undefined) return name;
  const text = typeof actual === 'number' ? numberText(actual) : JSON.stringify(actual);
  return text.length > 60 ? name : `${name} ${text}`;
}

/** As YAML writes it. */
const numberText = (value: number): string =>
  Number.isNaN(value) ? '.nan' : String(value).replace('Infinity', '.inf');

const isSecret = (path: ConfigPath): boolean =>
  path.some(part => typeof part === 'string' && (CREDENTIAL_WORD.test(part) || /secret|credential/i.test(part)));

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'number' && !Number.isFinite(value) ? 'not a number' : `a ${typeof value}`;
}
