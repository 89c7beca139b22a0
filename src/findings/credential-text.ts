/** Text that is a credential itself where a name was expected. It must be neither printed nor written. */

/** Forms that say what they are, with what to hide of each. */
const FORMS: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, // access key of AWS
  /-----BEGIN [A-Z0-9 ]*-----[^-]*(-----END [A-Z0-9 ]*-----)?/g, // PEM
  /\b(ghp|gho|ghs|glpat|xox[abp]|sk)[-_][A-Za-z0-9-]{16,}/g, // tokens that carry their kind
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[\w-]*/g, // JSON web token
];

/** JSON of Google, of a docker config. */
const JSON_FILE = /"private_key"|"auths"|"auth"\s*:/;

/** User and password before a host; what follows the at sign of an image is no host but a digest. */
const USERINFO: readonly RegExp[] = [
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"]*@(?!sha\d+:)/gi,
  /(^|[\s"'(,=])[^\s"'/@:]+:(?!\/\/)[^\s"'@][^\s"]*@(?!sha\d+:)(?=[\w[])/g,
];

/** A parameter of a URL that is named like a credential. */
const PARAMETER = /([?&][\w.-]*(?:sig|token|secret|passw|key|credential)[\w.-]*=)[^\s"&]+/gi;

/** Shortest run of characters that is judged by its look. */
const LONG = 32;
const WORD = new RegExp(`[A-Za-z0-9+/=]{${LONG},}`, 'g');
const HIDDEN = '[hidden]';

/** Whether a text looks like a credential: a known form, or a long run that changes its kind of character all the time. */
export const looksLikeCredential = (text: string): boolean =>
  JSON_FILE.test(text) || FORMS.some(form => text.search(form) >= 0) || (text.match(WORD) ?? []).some(isRandom);

/** The text without what in it looks like a credential: whatever a message quotes may be one in the wrong place. */
export function hideCredentials(text: string): string {
  const open = USERINFO.reduce((before, form) => before.replace(form, `$1${HIDDEN}@`), text);
  const plain = FORMS.reduce((before, form) => before.replace(form, HIDDEN), open.replace(PARAMETER, `$1${HIDDEN}`));
  return plain.replace(WORD, word => (isRandom(word) ? HIDDEN : word));
}

/** Words of a path or of a name keep to one kind of character for a while; random text does not. */
function isRandom(word: string): boolean {
  if (word.length < LONG || ![/[a-z]/, /[A-Z]/, /[0-9]/].every(kind => kind.test(word))) return false;
  const changes = word.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g) ?? [];
  return changes.length >= word.length / 4;
}
