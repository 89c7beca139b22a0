/** What credentials look like: the forms of the common providers, and what looks random. */

import { NONE } from '../values/none';
import { matchesOf } from './matches';
import { randomRuns, SHORTEST_RUN } from './random-text';

/**
 * Why a text looks like a credential: it has the form of one; or it looks random, as an id may; or it is `user:password@host`
 * without a scheme, as a name may be.
 */
export type Look = 'form' | 'random' | 'pair';

/** A piece of a text that looks like a credential. */
export interface CredentialSpan {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

/**
 * Forms that begin with a known prefix. No part repeats without a limit before one that must follow: the search takes a time
 * in proportion to the text, whatever it contains.
 *
 * @see https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const PREFIXED: readonly RegExp[] = [
  /(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/, // access key of AWS
  /(?:QUtJQ|QVNJQ)[A-Za-z0-9+/]{22}=/, // the same in base64, as a Secret has it
  /LTAI[A-Za-z0-9]{12,26}(?![A-Za-z0-9])/, // access key of Alibaba Cloud
  /GOOG[A-Z0-9]{20,}/, // HMAC key of Google
  /AIza[\w-]{35}/, // API key of Google
  /(?:GOCSPX-|ya29\.)[\w-]{20,}/, // OAuth client and token of Google
  /gh[oprsu]_[A-Za-z0-9]{16,}|github_pat_\w{20,}/,
  /gl(?:pat|dt|rt|cbt|ptt|soat|imt|agent|ft|oas)-[\w.-]{16,}/, // GitLab
  /npm_[A-Za-z0-9]{20,}/,
  /pypi-[\w-]{32,}/,
  /xox[a-z][.-][\w.-]{10,}|xapp-[\w-]{20,}/, // Slack
  /(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}/, // Stripe
  /dckr_(?:pat|oat)_[\w-]{20,}/, // Docker Hub
  /dop_v1_[a-f0-9]{40,}/, // DigitalOcean
  /NRAK-[A-Z0-9]{27}/, // New Relic
  /sq[apu]_[a-f0-9]{40}/, // SonarQube
  /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/, // Shopify
  /pul-[a-f0-9]{40}/, // Pulumi
  /rubygems_[a-f0-9]{48}/,
  /hv[sbr]\.[\w-]{16,}/, // Vault
  /s\.(?=[A-Za-z]{0,23}\d)(?=[a-z0-9]{0,23}[A-Z])[A-Za-z0-9]{24}(?![A-Za-z0-9])/, // Vault before 1.10
  /AGE-SECRET-KEY-1[A-Z0-9]{20,}|age-secret-key-1[a-z0-9]{20,}/,
  /sha256~[\w-]{40,}/, // OAuth token of OpenShift
  /eyJ[\w-]{8,400}\.[\w-]{8,}[\w.-]*/, // JSON web token
];

/** Where a private key begins, and what follows: a body on lines of its own, be they escaped or folded to one line. */
const KEY_MARK = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const BODY_BEGINS = /^[ \t]*(?:[\r\n]|\\+[nr]|[A-Za-z0-9+/=]{16})/;
const KEY_BODY = /[^-]*(?:-----END [A-Z0-9 ]{0,40}-----)?/y;

/** Values after a word that names them: in JSON, in connection strings, in parameters of a URL. */
const NAMED: readonly RegExp[] = [
  /"(?:auth|password|identitytoken|registrytoken|private_key|private_key_id|client_secret|secret_?access_?key)\\{0,4}"\s{0,9}:\s{0,9}\\{0,4}"([^"\\]+)/gi,
  /(?<![A-Za-z])(?:AccountKey|SharedAccessKey|SharedAccessSignature|SecretAccessKey)=([^;\s"']+)/gi,
  /[?&][\w.-]{0,40}(?:sig|signature|token|secret|passwd|password|credential|key)[\w.-]{0,20}=([^\s"'&]+)/gi,
];

/** A value after a word that says what it is: as a line of a file of variables, or of a person. */
const PASSWORD =
  /(?:pass(?:word|wd|phrase)|secret[_-]?(?:access[_-]?)?key|client[_-]?secret|api[_-]?key|(?:auth|access)[_-]?token|_auth)["'\\]{0,4}[ \t]{0,3}[=:][ \t]{0,3}["'\\]{0,4}([^\s"',;\\]{8,200})/gi;

/** The header of a request; what follows the scheme must look like a value too. */
const HEADER = /(?<![A-Za-z0-9])(Basic|Bearer) {1,3}([A-Za-z0-9+/=._~-]{8,})/g;

/** Keys without a word of their own: one length and one alphabet. */
const BARE: readonly RegExp[] = [
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g, // account key of Azure
  /[\w~.-]{3}\dQ~[\w~.-]{31,34}/g, // client secret of Entra ID
  /\$2[abxy]\$\d\d\$[A-Za-z0-9./]{53}|\$(?:apr1|[156y])\$[^\s$]{1,30}\$[A-Za-z0-9./]{20,}/g, // hash of a password, as htpasswd has it
  /\{\s{0,9}\\{0,4}"auths\\{0,4}"\s{0,9}:/g, // docker config
];

const WITH_PREFIX = new RegExp(`(?<![A-Za-z0-9])(?:${PREFIXED.map(({ source }) => source).join('|')})`, 'g');

/** Shorter text holds no credential unless one of these characters is in it. */
const SHORTEST = 18;

/** Most names are such words. Of all forms only a known prefix fits into one that is too short to look random. */
const WORD = /^[\w./+,-]*$/;

/** A longer text is read in pieces: an expression over megabytes takes more stack than there is. */
const PIECE = 64 * 1024;
/** What two pieces have in common: a credential must be whole in one of them. */
const OVERLAP = 2 * 1024;

/** Every piece that looks like a credential; in order, none inside another. */
export function credentialSpans(text: string): readonly CredentialSpan[] {
  if (text.length < SHORTEST && !/[@="]/.test(text)) return NONE;
  if (text.length < SHORTEST_RUN && WORD.test(text)) return prefixed(text);
  if (text.length <= PIECE) return joined(spansIn(text));
  const found: CredentialSpan[] = [];
  for (let start = 0; start < text.length; start += PIECE - OVERLAP) {
    const spans = joined(spansIn(text.slice(start, start + PIECE)));
    for (const span of spans) found.push({ ...span, ...moved(span, start) });
  }
  return joined(found);
}

const spansIn = (text: string): readonly CredentialSpan[] => [
  ...prefixed(text),
  ...BARE.flatMap(form => formsIn(text, form)),
  ...privateKeys(text),
  ...named(text),
  ...headers(text),
  ...passwords(text),
  ...randomRuns(text).map(([start, length]) => spanOf(start, length, 'random')),
  ...userinfo(text),
];

function joined(spans: readonly CredentialSpan[]): readonly CredentialSpan[] {
  if (spans.length < 2) return spans;
  const kept: CredentialSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else {
      const look = last.look === 'form' ? last.look : span.look;
      kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end), look };
    }
  }
  return kept;
}

const spanOf = (start: number, length: number, look: Look): CredentialSpan => ({ start, end: start + length, look });

const prefixed = (text: string): readonly CredentialSpan[] => formsIn(text, WITH_PREFIX);

function formsIn(text: string, form: RegExp): readonly CredentialSpan[] {
  const matches = matchesOf(text, form);
  return matches.length === 0 ? NONE : matches.map(({ 0: found, index }) => spanOf(index, found.length, 'form'));
}

/** A mark alone says that a key is meant, and is nothing to hide: an empty piece. */
const privateKeys = (text: string): readonly CredentialSpan[] =>
  matchesOf(text, KEY_MARK).map(({ 0: mark, index }) => {
    const from = index + mark.length;
    if (!BODY_BEGINS.test(text.slice(from, from + 80))) return spanOf(index, 0, 'form');
    KEY_BODY.lastIndex = from;
    return spanOf(index, mark.length + (KEY_BODY.exec(text)?.[0].length ?? 0), 'form');
  });

const named = (text: string): readonly CredentialSpan[] =>
  NAMED.flatMap(form =>
    matchesOf(text, form).map(({ 0: found, 1: value = '', index }) =>
      spanOf(index + found.length - value.length, value.length, 'form'),
    ),
  );

const headers = (text: string): readonly CredentialSpan[] =>
  matchesOf(text, HEADER)
    .filter(({ 1: scheme, 2: value = '' }) => (scheme === 'Basic' ? isEncodedPair(value) : /\d/.test(value)))
    .map(({ 0: found, index }) => spanOf(index, found.length, 'form'));

/** Names, places and placeholders follow such a word too; few of them have letters of both cases and a digit. */
const passwords = (text: string): readonly CredentialSpan[] =>
  matchesOf(text, PASSWORD)
    .filter(({ 1: value = '' }) => isMixed(value) && !/^[$<{[%(]|:\/\//.test(value))
    .map(({ 0: found, 1: value = '', index }) => spanOf(index + found.length - value.length, value.length, 'random'));

const isMixed = (text: string): boolean => [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(text));

/** `user:password` in base64. */
const isEncodedPair = (text: string): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) && /^[ -~]+:[ -~]+$/.test(Buffer.from(text, 'base64').toString('latin1'));

/** What follows the at sign of an image is a digest, not a host. */
const DIGEST_AFTER = /^@sha\d{1,3}:/;
const SCHEME = /[a-z][a-z0-9+.-]{0,20}:\/{1,3}/i;
/** Names with a colon before an at sign that are not credentials. */
const PLAIN_SCHEME = /^(?:mailto|sips?|xmpp|acct|arn|crn|urn|spiffe):/i;

/** User and password before a host: `https://user:password@host`, or without scheme. */
const userinfo = (text: string): readonly CredentialSpan[] =>
  text.includes('@')
    ? matchesOf(text, /[^\s"]+/g).flatMap(({ 0: word, index }) => {
        const at = lastHostSign(word);
        return at < 0 ? [] : beforeHost(word, at).map(span => ({ ...span, ...moved(span, index) }));
      })
    : [];

const moved = ({ start, end }: CredentialSpan, by: number): Pick<CredentialSpan, 'start' | 'end'> => ({
  start: start + by,
  end: end + by,
});

/** The last at sign before a host, or -1. */
function lastHostSign(word: string): number {
  for (let at = word.lastIndexOf('@'); at >= 0; at = at === 0 ? -1 : word.lastIndexOf('@', at - 1)) {
    if (!DIGEST_AFTER.test(word.slice(at, at + 8))) return at;
  }
  return -1;
}

/** A name of an account alone, as of `ssh://git@host`: a token is longer, or has other letters. */
const USER_NAME = /^[a-z][a-z0-9._-]{0,15}$/;

function beforeHost(word: string, at: number): readonly CredentialSpan[] {
  const scheme = SCHEME.exec(word);
  if (scheme !== null && scheme.index + scheme[0].length <= at) {
    const start = scheme.index + scheme[0].length;
    const user = word.slice(start, at);
    const isPort = /^[^/:@]*:\d{1,5}\//.test(user);
    return user === '' || USER_NAME.test(user)
      ? []
      : [{ start, end: at, look: user.includes(':') && !isPort ? 'form' : 'pair' }];
  }
  const colon = word.indexOf(':');
  const start = 1 + Math.max(...["'", '(', ',', '=', '/', '<'].map(sign => word.lastIndexOf(sign, colon)));
  const isPair = colon > start && colon + 1 < at && /^[\w[]/.test(word.slice(at + 1, at + 2));
  return isPair && !PLAIN_SCHEME.test(word.slice(start)) ? [{ start, end: at, look: 'pair' }] : [];
}
