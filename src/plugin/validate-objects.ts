/** All findings on the objects of one cluster: the rules on what the objects mean, and checks of the objects themselves. */

import { NO_INPUTS } from '../config/inputs';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import type { Acceptance } from '../config/shape/acceptance';
import { formatPath, type Problem } from '../findings/finding';
import { applyAcceptances } from '../fleet/acceptances';
import { checkProps } from '../fleet/check-props';
import { now } from '../load/clock';
import { TAKEOVER_NAME } from '../manifests/takeover/define-takeover';
import type { RegistryModel } from '../model/model';
import { CATALOGUE, catalogueProblem } from '../rules/catalogue';
import { givenCredentials } from './credentials';
import { checkObjects } from './object-checks';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, settingsOf } from './objects';
import { locate } from './places';
import type { ImageRegistryValidationProps } from './props';
import { toCluster } from './to-cluster';

/** Empty if no object belongs to the registry. Findings of severity info are left out: they are not violations. */
export function validateObjects(
  objects: readonly Emitted[],
  props: ImageRegistryValidationProps,
  today: Date = now(),
): readonly ObjectFinding[] {
  const accept = acceptancesOf(props, today);
  const direct = accepted(checkObjects(objects, props), accept);
  const seen = settingsOf('Config', objects) ?? settingsOf('ImagePruner', objects) ?? settingsOf('Image', objects);
  if (seen === undefined) return direct;
  const settings = toCluster(objects);
  const { accept: _, ...properties } = props;
  const { model, findings } = checkProps(
    // the objects themselves show whether there is a takeover Job
    { name: 'manifests', ...properties, ...settings, takeOver: { by: 'none' } },
    NO_INPUTS,
    'manifests',
  );
  const ruled = [...findings, ...missingKeys(objects, model)].flatMap(finding => {
    const place = locate(finding.path, objects, settings);
    return place === undefined ? [] : [{ ...asSeen(finding, settings), ...place }];
  });
  const all = [...accepted(ruled, accept), ...direct].filter(({ severity }) => severity !== 'info');
  const complaints = accept.complaints.map(problem => ({
    ...problem,
    object: seen,
    location: formatPath(problem.path),
  }));
  return [...all, ...accepted(takeover(objects, model, props), accept), ...complaints];
}

/** What is accepted, and what is wrong with the acceptances. */
interface Acceptances {
  readonly codes: ReadonlySet<unknown>;
  readonly complaints: readonly Problem[];
}

/** As for a cluster of a fleet, but for those that are not used: other objects of the app may need them. */
function acceptancesOf({ accept }: Pick<ImageRegistryValidationProps, 'accept'>, today: Date): Acceptances {
  const written = (Array.isArray(accept) ? accept : []).filter(isAcceptance);
  const elsewhere = new Set(CATALOGUE.keys());
  const complaints = applyAcceptances([], written, { catalogue: CATALOGUE, now: today, elsewhere, inProgram: true });
  const refused = new Set(complaints.flatMap(({ path: [, index, key] }) => (key === 'until' ? [] : [index])));
  return { complaints, codes: new Set(written.filter((_, index) => !refused.has(index)).map(({ code }) => code)) };
}

/** The properties come from a file that nobody has checked. */
const isAcceptance = (value: unknown): value is Acceptance =>
  isPlainMap(value) &&
  typeof value.code === 'string' &&
  (value.reason === undefined || typeof value.reason === 'string');

const accepted = (findings: readonly ObjectFinding[], { codes }: Acceptances): readonly ObjectFinding[] =>
  findings.filter(({ code }) => !codes.has(code));

/** If the manifests have no Secret, it is unknown whether it exists. */
function asSeen<T extends Problem>(problem: T, settings: PlainMap): T {
  if (problem.code !== 'CREDENTIALS_REQUIRED' || settings.credentials !== undefined) return problem;
  return { ...problem, severity: 'warning', what: `${problem.what}, and the manifests have no Secret for it` };
}

/** A store may have more keys than are named; these objects are complete. */
function missingKeys(objects: readonly Emitted[], model: RegistryModel | undefined): readonly Problem[] {
  const given = givenCredentials(objects)?.keys;
  if (given === undefined || model?.credentials === undefined) return [];
  const { required, empty } = model.credentials.keys;
  const missing = [...required, ...empty].filter(key => !given.includes(key));
  if (missing.length === 0) return [];
  return [catalogueProblem('CREDENTIALS_KEYS', ['credentials'], `the Secret lacks ${missing.join(' and ')}`)];
}

/** Our constructs bring a Job for this; manifests of others do so where they use them. */
function takeover(
  objects: readonly Emitted[],
  model: RegistryModel | undefined,
  props: ImageRegistryValidationProps,
): readonly ObjectFinding[] {
  const object = settingsOf('Config', objects);
  const job = objects.some(({ kind, name }) => kind === 'Job' && name === TAKEOVER_NAME);
  const done = job || props.takeOver?.by === 'none';
  if (model?.takeover === undefined || done || object === undefined) return [];
  const what = `${props.platform} has default storage for the registry, but these manifests set another`;
  return [objectFinding('TAKEOVER_BY_HAND', object, 'spec.storage', what)];
}
