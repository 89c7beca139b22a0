/** Shape issues in words: what was written, what was expected, and the nearest thing that exists. */

import { isPlainMap } from '../config/plain-map';
import { pathsOfKey } from '../config/schema';
import type { ShapeIssue } from '../config/shape-check';
import { fixOfWord } from '../config/words/common-word';
import { wordForKey, wordForValue } from '../config/words/find';
import { type ConfigPath, formatPath, type Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { BUCKET_CLAIM_MODES } from '../model/bucket-keys';
import { CREDENTIAL_WORD, show, whyNot, wrongType } from './wrong-types';

/** Why a key is refused, and what to do; the fix may depend on the value. */
interface RefusedKey {
  readonly code: string;
  readonly fix: string | ((value: unknown) => string);
}

/** The value of the old key, with its mode, in today's spelling. */
function asBucketClaim(value: unknown): string {
  const modes = isPlainMap(value) ? value : {};
  const mode = BUCKET_CLAIM_MODES.find(name => Object.hasOwn(modes, name)) ?? 'externalSecret';
  const given = modes[mode];
  const settings = isPlainMap(given) && Object.keys(given).length > 0 ? '...' : '';
  return `write credentials: {bucketClaim: {${mode}: {${settings}}}} beside storage`;
}

/** Keys that are refused for their own reason; paths without list indexes. */
const REFUSED_KEYS: ReadonlyMap<string, RefusedKey> = new Map(
  Object.entries<RefusedKey>({
    'registry.httpSecret': { code: 'HTTP_SECRET', fix: 'remove the key: the operator creates the secret itself' },
    'registry.observedConfig': { code: 'OPERATOR_FIELD', fix: 'remove the key' },
    'registry.unsupportedConfigOverrides': { code: 'OPERATOR_FIELD', fix: 'remove the key: it also blocks upgrades' },
    'registry.storage': { code: 'FIELD_ELSEWHERE', fix: 'write it one level up, under storage' },
    'registry.routes': { code: 'FIELD_ELSEWHERE', fix: 'write them one level up, under routes.custom' },
    'registry.defaultRoute': { code: 'FIELD_ELSEWHERE', fix: 'write routes: {default: true}' },
    'storage.odf.rgw.bridge': { code: 'FIELD_ELSEWHERE', fix: asBucketClaim },
    'storage.odf.noobaa.bridge': { code: 'FIELD_ELSEWHERE', fix: asBucketClaim },
  }),
);

/** One issue as a problem; `written` gives a scalar exactly as it is in the file. */
export function describeIssue(
  issue: ShapeIssue,
  typeName: string,
  written?: (path: ConfigPath) => string | undefined,
): Problem {
  const { kind, path, expected } = issue;
  switch (kind) {
    case 'unknown-key':
      return unknownKey(issue, typeName);
    case 'required':
      return generalProblem('VALUE_MISSING', path, `${formatPath(path)} is missing`, added(issue));
    case 'value':
      return unknownValue(issue);
    case 'range': {
      const what = `${show(issue)} is outside the allowed range`;
      return generalProblem('OUT_OF_RANGE', path, what, `write a number: ${expected}`, whyNot(path));
    }
    case 'size':
      return generalProblem(
        'TOO_MANY_KEYS',
        path,
        `${formatPath(path)} has ${String(issue.actual)} keys, more than the limit`,
      );
    default:
      return wrongType(issue, written);
  }
}

/** The missing key as it is to be written; words in capitals are the user's own. */
function added({ path, expected }: ShapeIssue): string {
  const key = String(path.at(-1));
  if (key === 'reason') return 'add reason: "why it is fine here"';
  if (expected !== 'a string') return `add ${key}: ${expected}`;
  return `add ${key}: ${key.replace(/([a-z])([A-Z])/g, '$1-$2').toUpperCase()}`;
}

function unknownValue(issue: ShapeIssue): Problem {
  const { path, actual, expected, nearest } = issue;
  const word = wordForValue(path, actual);
  const what = `${show(issue)} is not known${word === undefined ? meant(issue) : `: it is ${word.is}`}`;
  const fix = word === undefined ? `write ${nearest ?? expected}` : fixOfWord(word);
  return generalProblem('UNKNOWN_VALUE', path, what, fix, whyNot(path));
}

function unknownKey(issue: ShapeIssue, typeName: string): Problem {
  const { path, expected } = issue;
  const key = String(path.at(-1));
  const refused = REFUSED_KEYS.get(formatPath(path.filter(part => typeof part === 'string')));
  if (refused) return generalProblem(refused.code, path, `"${key}" cannot be set here`, fixOfRefused(refused, issue));
  const word = wordForKey(path);
  if (word)
    return generalProblem('UNKNOWN_KEY', path, `"${key}" is not a known key: it is ${word.is}`, fixOfWord(word));
  const scalar = typeof issue.actual === 'string' || typeof issue.actual === 'number';
  const credential = CREDENTIAL_WORD.test(key) && scalar && issue.nearest === undefined;
  if (credential)
    return generalProblem(
      'LITERAL_CREDENTIAL',
      path,
      `"${key}" looks like a credential, which must not be in the configuration`,
    );
  const elsewhere = issue.nearest === undefined ? pathsOfKey(typeName, key)[0] : undefined;
  const hint = elsewhere === undefined ? meant(issue) : `; it belongs ${parentOf(elsewhere)}`;
  const known = expected === '' ? 'remove it: nothing can be set here' : `use one of the known keys: ${expected}`;
  return generalProblem('UNKNOWN_KEY', path, `"${key}" is not a known key${hint}`, fixOf(issue, elsewhere, known));
}

const fixOfRefused = ({ fix }: RefusedKey, { actual }: ShapeIssue): string =>
  typeof fix === 'string' ? fix : fix(actual);

function fixOf(issue: ShapeIssue, elsewhere: string | undefined, known: string): string {
  if (issue.nearest !== undefined) return `write ${issue.nearest} instead`;
  return elsewhere === undefined ? known : `move it ${parentOf(elsewhere)}`;
}

/** `storage.s3.bucket` belongs under `storage.s3`. */
function parentOf(path: string): string {
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' ? 'directly under a cluster' : `under "${parent}"`;
}

const meant = ({ nearest }: ShapeIssue): string => (nearest === undefined ? '' : `; did you mean "${nearest}"?`);
