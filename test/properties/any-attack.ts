/** Credentials and harmful text in every field: refused or hidden, never shown, obeyed or written. */

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isPlainMap } from '../../src/config/plain-map';
import { textsOfCluster } from '../../src/config/texts';
import { TEXT_FIELDS } from '../../src/facts/text-fields';
import type { ConfigPath } from '../../src/findings/finding';
import { attacked, leaked, type Outcome, obeyed } from '../support/attack';
import { CREDENTIALS } from '../support/credentials';
import { clusterWith, textPlaces } from '../support/every-text';
import { HARMFUL } from '../support/harmful';
import { EXAMPLES } from '../support/mutations';

const SEED = Number(process.env.ATTACK_SEED ?? 11);

/** A cluster, and where in it a text is replaced. */
interface Target {
  readonly name: string;
  readonly field: string;
  readonly cluster: (text: string) => object;
}

/** Every text of the schema, in the smallest cluster that has it. */
const SMALLEST: readonly Target[] = textPlaces().map(place => ({
  name: place.path.join('.'),
  field: '',
  cluster: text => clusterWith(place, text),
}));

/** Every text of every example of a rule: clusters that are in order but for that text. */
const IN_EXAMPLES: readonly Target[] = EXAMPLES.flatMap(example =>
  textsOfCluster(example).map(({ field, path }) => ({
    name: path.join('.'),
    field,
    cluster: text => replaced(example, path, field.endsWith('.{}'), text) as object,
  })),
);

function replaced(value: unknown, path: ConfigPath, isKey: boolean, text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, isKey, text) : item));
  if (!isPlainMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (key !== step) return [key, item];
    return isKey && rest.length === 0 ? [text, item] : [key, replaced(item, rest, isKey, text)];
  });
  return Object.fromEntries(entries);
}

/** Texts of the fleet file itself. */
const OF_FLEET: readonly Target[] = [
  ...['repoURL', 'targetRevision', 'path', 'namespace', 'project', 'controllerServiceAccount'].map(key => ({
    name: `argocd.${key}`,
    field: `ArgoCd.${key}`,
    cluster: (text: string) => ({ argocd: { repoURL: 'https://git.example.com/x.git', [key]: text } }),
  })),
  { name: 'clusterFiles', field: 'Fleet.clusterFiles.#', cluster: text => ({ clusterFiles: [text] }) },
  { name: 'a profile', field: 'Fleet.profiles.{}', cluster: text => ({ profiles: Object.fromEntries([[text, {}]]) }) },
  { name: 'a key', field: '', cluster: text => Object.fromEntries([[text, 'x']]) },
  {
    name: 'acknowledge.change',
    field: 'Acknowledgement.change',
    cluster: text => ({ acknowledge: [{ change: text, reason: 'it was agreed in the review' }] }),
  },
  {
    name: 'acknowledge.reason',
    field: 'Acknowledgement.reason',
    cluster: text => ({ acknowledge: [{ change: 'a leaves the fleet', reason: text }] }),
  },
];
const PLAIN = { name: 'plain', platform: 'aws', openshift: '4.16' };

const fleetOf = (target: Target, text: string): object =>
  OF_FLEET.includes(target)
    ? { clusters: [PLAIN], ...target.cluster(text) }
    : { clusters: [{ name: 'example', openshift: '4.14', ...target.cluster(text) }] };

const ALL: readonly Target[] = [...SMALLEST, ...IN_EXAMPLES, ...OF_FLEET];

const CREDENTIAL_KINDS = Object.entries(CREDENTIALS);
/** Some identity providers put a colon before the at sign of a name: in a subject that is no password. */
const isSubject = ({ name }: Target): boolean =>
  /^access\..*(users|groups)/.test(name) || /^access\.metrics.*user/.test(name);

/** A commit of a repository with SHA-256 has the form of a key in hexadecimal. */
const isCommit = ({ name }: Target): boolean => name === 'argocd.targetRevision';

function checkCredential(target: Target, kind: string, credential: string): void {
  if (kind === 'hexKey' && isCommit(target)) return;
  if (kind === 'userAndPasswordAlone' && isSubject(target)) return;
  const outcome = attacked(fleetOf(target, credential));
  const wrong = leaked(outcome, kind);
  if (wrong.length > 0) throw new Error(`${kind} in ${target.name}: ${wrong.join('; ')}`);
}

function checkHarmful(target: Target, text: string): Outcome {
  const outcome = attacked(fleetOf(target, text));
  const wrong = obeyed(outcome);
  if (wrong.length > 0) throw new Error(`${JSON.stringify(text)} in ${target.name}: ${wrong.join('; ')}`);
  return outcome;
}

/** How many clusters are tried in one fleet. */
const BATCH = 150;

/** A fleet with the text in one place of each cluster. */
function fleetOfMany(targets: readonly Target[], text: string): object {
  const clusters = targets.map((target, index) => {
    const cluster = target.cluster(text);
    return { openshift: '4.14', ...cluster, ...(target.name === 'name' ? {} : { name: `c${index}` }) };
  });
  return { clusters };
}

/** Those whose cluster is not refused, so that its manifests are written. */
function passing(targets: readonly Target[], { findings }: Outcome): readonly Target[] {
  const refused = new Set(
    findings.filter(({ severity }) => severity === 'error').flatMap(({ clusters = [] }) => clusters),
  );
  return targets.filter((target, index) => target.name !== 'name' && !refused.has(`c${index}`));
}

/**
 * Every target with the text, many at a time: first what is said of them, then what is written of those that are not
 * refused. A batch with a hit is tried one by one, which names the place; what passes alone is wrong together.
 */
function checkTogether(
  targets: readonly Target[],
  text: string,
  wrong: (outcome: Outcome) => readonly string[],
  checkAlone: (target: Target) => void,
): void {
  for (let start = 0; start < targets.length; start += BATCH) {
    const batch = targets.slice(start, start + BATCH);
    const said = attacked(fleetOfMany(batch, text));
    const rest = said.written === '' ? passing(batch, said) : [];
    const made = rest.length === 0 ? said : attacked(fleetOfMany(rest, text));
    const hits = [...wrong(said), ...wrong(made)];
    if (hits.length > 0) for (const target of batch) checkAlone(target);
    expect(hits).toEqual([]);
    // What clusters share may be an error of its own; then each is written alone.
    if (rest.length > 0 && made.written === '') for (const target of rest) checkAlone(target);
  }
}

/** Tests of every combination there is. */
export function testEveryAttack(): void {
  const inClusters = ALL.filter(target => !OF_FLEET.includes(target));

  test.each(CREDENTIAL_KINDS)('%s in any field is neither shown nor written', (kind, credential) => {
    const targets = inClusters.filter(target => !(kind === 'userAndPasswordAlone' && isSubject(target)));
    const wrong = (outcome: Outcome): readonly string[] => leaked(outcome, kind);
    checkTogether(targets, credential, wrong, target => checkCredential(target, kind, credential));
    for (const target of OF_FLEET) checkCredential(target, kind, credential);
  });

  test.each(HARMFUL)('%j in any field is obeyed nowhere', text => {
    checkTogether(inClusters, text, obeyed, target => checkHarmful(target, text));
    for (const target of OF_FLEET) checkHarmful(target, text);
  });
}

/** Tests of this many combinations each. */
export function testAttacks(runs: number): void {
  const chosen = <T>(all: readonly T[]): readonly T[] =>
    runs >= all.length
      ? all
      : fc.sample(fc.nat(all.length - 1), { numRuns: runs, seed: SEED }).map(index => all[index] as T);
  const pairs = <T>(texts: readonly T[]): readonly (readonly [Target, T])[] =>
    ALL.flatMap(target => texts.map(text => [target, text] as const));

  test('a credential of any kind in any field is neither shown nor written', () => {
    for (const [target, [kind, credential]] of chosen(pairs(CREDENTIAL_KINDS)))
      checkCredential(target, kind, credential);
  });

  test('harmful text in any field is obeyed nowhere', () => {
    const passed: string[] = [];
    for (const [target, text] of chosen(pairs(HARMFUL))) {
      const { printed, written } = checkHarmful(target, text);
      if (written !== '') passed.push(printed.verify);
    }
    // What passed is free text, or no harm to its field: the shell must still read each line of verify as meant.
    const script = `touch() { echo PWN; }\n${passed
      .slice(0, 50)
      .join('\n')
      .replace(/^(?!#).*$/gm, line => (line === '' ? '' : ': '.concat(line)))}`;
    expect(execFileSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toBe('');
    expect(passed.length).toBeGreaterThan(0);
  });

  test('any made-up text in any field, too', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HARMFUL),
      fc.constantFrom(...Object.values(CREDENTIALS)),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(' ', '\n', '@', ':', '"', "'", '='),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...ALL), text, (target, made) => {
        checkHarmful(target, made);
      }),
      { seed: SEED, numRuns: runs },
    );
  });
}

/** How many combinations there are, for the documentation. */
export const COUNTS = {
  fields: TEXT_FIELDS.size,
  places: SMALLEST.length,
  targets: ALL.length,
  kinds: CREDENTIAL_KINDS.length,
  harmful: HARMFUL.length,
} as const;
