/** `registry-gitops seal`: encrypts credentials for one cluster and writes them into its configuration. */

import { didYouMean } from '../../config/nearest';
import { exitStatus } from '../../findings/exit-status';
import { type ConfigPath, formatPath } from '../../findings/finding';
import { formatText } from '../../findings/format-text';
import { shownText } from '../../findings/shown';
import { type LoadedCluster, loadFleet } from '../../load/load-fleet';
import { kindOfSecret, pairProblem, valueProblem } from '../../rules/credentials/value-problems';
import { fleetFileOf } from '../fleet-options';
import type { Arguments } from '../table/entry';
import { UsageError } from '../usage-error';
import { EditError } from './edit-yaml';
import { type SealingScope, sealingLabel, sealValue } from './encrypt';
import { readCertificate, SealError, writeEdited } from './files';
import { SEALABLE, type SealTarget, sealTarget, TargetError } from './target';
import { readValues, type SealIo } from './values';

/** Runs the command and returns its exit status. */
export async function seal(args: Arguments, io: SealIo): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    if (error instanceof SealError || error instanceof TargetError) {
      io.stderr.write(`error: ${error.message.split('\n').map(shownText).join('\n')}\n`);
      return error instanceof SealError ? error.status : 1;
    }
    throw error;
  }
}

async function run(args: Arguments, io: SealIo): Promise<number> {
  const name = required(args, 'cluster');
  const key = readCertificate(required(args, 'cert'));
  const fleet = loadFleet(fleetFileOf(args));
  if (fleet.findings.length > 0) io.stderr.write(`${formatText(fleet.findings, { colour: false })}\n`);
  const status = exitStatus(fleet.findings);
  if (status !== 0) return status;
  const target = sealTarget(
    clusterCalled(name, fleet.clusters),
    pathOf(args),
    args.text('scope') as SealingScope | undefined,
  );
  const values = await readValues(args, io, expectedKeys(target));
  refuseBroken(target, values);
  const { secret, scope } = target;
  const label = sealingLabel(scope, secret.namespace, secret.name);
  const sealed = Object.entries(values).map(([each, value]) => [each, sealValue(value, key, label)] as const);
  return deliver(target, sealed, args.flag('stdout'), io, name);
}

function deliver(
  target: SealTarget,
  sealed: readonly (readonly [string, string])[],
  toStdout: boolean,
  io: SealIo,
  cluster: string,
): number {
  const { scope, scopeIsNew, anchor, secret } = target;
  const base = [...anchor.path, 'sealedSecret'];
  const edits = [
    ...(scopeIsNew ? [{ path: [...base, 'scope'], value: scope }] : []),
    ...sealed.map(([key, value]) => ({ path: [...base, 'encryptedData', key], value })),
  ];
  const lines = ['sealedSecret:', ...(scopeIsNew ? [`  scope: ${scope}`] : []), '  encryptedData:'];
  const snippet = `${[...lines, ...sealed.map(([key, value]) => `    ${key}: ${value}`)].join('\n')}\n`;
  if (toStdout) {
    io.stdout.write(snippet);
    return 0;
  }
  try {
    writeEdited(anchor.source.file, anchor.document, edits);
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    io.stdout.write(snippet);
    throw new SealError(
      1,
      `${anchor.source.file} was not changed: ${error.message}. Add the lines above under ${formatPath(secret.path)}`,
    );
  }
  const keys = sealed.map(([key]) => key).join(', ');
  io.stdout.write(
    `${anchor.source.file}: ${keys} sealed for ${secret.namespace}/${secret.name} of ${cluster}, ${scope}\n`,
  );
  return 0;
}

function required(args: Arguments, option: 'cluster' | 'cert'): string {
  const value = args.text(option);
  if (value === undefined) throw new UsageError(`--${option} is missing`);
  return value;
}

function clusterCalled(name: string, clusters: readonly LoadedCluster[]): LoadedCluster {
  const nameOf = ({ layers }: LoadedCluster): string =>
    String((layers.at(-1)?.value as { name?: unknown } | null)?.name);
  const found = clusters.filter(cluster => nameOf(cluster) === name);
  const [only] = found;
  if (only === undefined)
    throw new UsageError(
      `the fleet has no cluster with the name in --cluster${didYouMean(name, clusters.map(nameOf))}`,
    );
  if (found.length > 1) throw new SealError(1, `${found.length} clusters are named ${name}: fix that first`);
  return only;
}

/** `routes.custom[0].tls` to its parts. */
function pathOf(args: Arguments): ConfigPath {
  const text = args.text('path') ?? 'credentials';
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*|\[\d+\])*$/.test(text))
    throw new UsageError(`--path is not a path for sealed values: use one of ${SEALABLE}`);
  return [...text.matchAll(/(\w+)|\[(\d+)\]/g)].map(([part]) =>
    part.startsWith('[') ? Number(part.slice(1, -1)) : part,
  );
}

const expectedKeys = ({ secret: { keys } }: SealTarget): readonly string[] => [
  ...keys.required,
  ...(keys.optional ?? []),
  ...keys.empty,
];

/** Once a value is sealed, nobody can see what is wrong with it. */
function refuseBroken({ secret, model }: SealTarget, values: Readonly<Record<string, string>>): void {
  const kind = kindOfSecret(secret, model);
  const broken = Object.entries(values).flatMap(([key, value]) => {
    if (secret.keys.empty.includes(key)) return [];
    const pair = kind === 'tls' && key === 'tls.key' ? pairProblem(values['tls.crt'] ?? '', value) : undefined;
    const problem = valueProblem(kind, key, value, secret.pullServer) ?? pair;
    return problem === undefined ? [] : [`the value of ${key} ${problem.what}: ${problem.fix}`];
  });
  if (broken.length > 0) throw new SealError(1, broken.join('\n       '));
}
