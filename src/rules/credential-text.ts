/** Text that is a credential itself where a name was expected. It must be neither printed nor written. */

const PATTERNS: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, // access key of AWS
  /-----BEGIN [A-Z0-9 ]*-----/, // PEM
  /"private_key"|"auths"|"auth"\s*:/, // JSON of Google, of a docker config
  /\b(ghp|gho|ghs|glpat|xox[abp]|sk)[-_][A-Za-z0-9-]{16,}/, // tokens that carry their kind
  /^eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./, // JSON web token
];

/** Shortest run of characters that is judged by its look. */
const LONG = 32;

/** Whether a text looks like a credential: a known form, or a long run that changes its kind of character all the time. */
export function looksLikeCredential(text: string): boolean {
  return PATTERNS.some(pattern => pattern.test(text)) || text.split(/[^A-Za-z0-9+/=]/).some(isRandom);
}

/** Words of a path or of a name keep to one kind of character for a while; random text does not. */
function isRandom(word: string): boolean {
  if (word.length < LONG || ![/[a-z]/, /[A-Z]/, /[0-9]/].every(kind => kind.test(word))) return false;
  const changes = word.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g) ?? [];
  return changes.length >= word.length / 4;
}
