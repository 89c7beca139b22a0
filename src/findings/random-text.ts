/** Runs of characters that only random bytes give, and the names and digests that look like one. */

import { matchesOf } from './matches';

/** Shortest run of characters that is judged by its look. */
export const SHORTEST_RUN = 32;
const RUN = new RegExp(`[A-Za-z0-9+/_-]{${SHORTEST_RUN},}={0,2}`, 'g');
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Where such runs begin, and how long they are. */
export function randomRuns(text: string): readonly (readonly [start: number, length: number])[] {
  return matchesOf(text, RUN)
    .filter(
      ({ 0: run, index }) =>
        isRandom(run.replace(UUID, '')) && !isDigest(run, text.slice(Math.max(0, index - 32), index)),
    )
    .map(({ 0: run, index }) => [index, run.length]);
}

/** A digest or fingerprint says so: `sha256:…`, `SHA256:…`, `sha256-…`, or `checksum/config=…` in hexadecimal. */
const isDigest = (run: string, before: string): boolean =>
  /sha\d{1,3}:$/i.test(before) || /^sha\d{1,3}-/i.test(run) || (HEX.test(run) && DIGEST_BEFORE.test(before));

const DIGEST_BEFORE = /(?:sha-?\d{1,3}(?:sum)?|checksum|digest|fingerprint)[\w/.-]{0,12}["']?[:=] ?["']?$/i;

const HEX = /^(?:[0-9a-f]+|[0-9A-F]+)$/;

const HEX_KEY = /(?<![0-9a-z])(?:[0-9a-f]{64,}|[0-9A-F]{64,})(?![0-9a-z])/i;

/** A key in hexadecimal, alone or as a part of a path or name, but not in a path of digests (`sha256/…`). */
const hasHexKey = (run: string): boolean => !/(?:^|\/)sha\d{1,3}\//i.test(run) && HEX_KEY.test(run);

/** Words of a path or of a name keep to one kind of character for a while; random text does not. */
function isRandom(run: string): boolean {
  if (run.length < SHORTEST_RUN) return false;
  if (hasHexKey(run)) return true;
  if (HEX.test(run)) return false;
  const [lower, upper, digit] = [/[a-z]/, /[A-Z]/, /[0-9]/].map(kind => kind.test(run));
  if (!upper || !digit || (!lower && run.length < 40)) return false;
  const changes = run.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g) ?? [];
  return changes.length >= run.length / 4 && !isWords(run);
}

/** An id at the end of a name: of a role of AWS, or of CloudFormation. */
const ID_AT_END = /[-_](?:[0-9a-f]{16}|[A-Za-z0-9]{12,13})$/;
const WORD = /[A-Z]?[a-z]{3,}/g;

/** `ImageRegistryS3BucketRole`: words written together, and nothing long between them. */
function isWords(run: string): boolean {
  const between = run.replace(ID_AT_END, '').split(WORD);
  return between.every(part => part.length <= 8) && between.join('').length * 2 <= run.length;
}
