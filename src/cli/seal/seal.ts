/** `registry-gitops seal`: credentials to ciphertext for one cluster, written where the cluster's configuration is. */

import { suggestion } from '../../config/nearest';
import { exitStatus } from '../../findings/exit-status';
import { type ConfigPath, formatPath } from '../../findings/finding';
import { formatText } from '../../findings/format-text';
import { shownText } from '../../findings/shown';
import { type LoadedCluster, loadFleet } from '../../load/load-fleet';
import { kindOfSecret, pairProblem, valueProblem } from '../../rules/credentials/value-problems';
import { type Arguments, FILE_OPTION, fleetFileOf, readArguments } from '../options';
import { UsageError } from '../usage';
import { EditError } from './edit-yaml';
import { type SealingScope, sealingLabel, sealValue } from './encrypt';
import { readCertificate, SealError, writeEdited } from './files';
import { SEALABLE, type SealTarget, sealTarget, TargetError } from './target';
import { readValues, type SealIo } from './values';

const OPTIONS = {
  ...FILE_OPTION,
  cluster: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string', multiple: true },
  'from-file': { type: 'string', multiple: true },
  'from-env': { type: 'string', multiple: true },
  path: { type: 'string' },
  scope: { type: 'string' },
  stdout: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const SCOPES: readonly SealingScope[] = ['strict', 'namespace-wide', 'cluster-wide'];

/** Text of `registry-gitops seal --help`. */
export const SEAL_USAGE = `registry-gitops seal: seals credentials for one cluster and writes them into its configuration

  registry-gitops seal --cluster NAME --cert FILE [-f FILE] [--path PATH] [--scope SCOPE] [--stdout]
                       (--key KEY | --from-file KEY=FILE | --from-env KEY=VARIABLE)...

      --cluster NAME            the cluster
      --cert FILE               the public certificate of its Sealed Secrets controller: kubeseal --fetch-cert > FILE
      --key KEY                 reads the value from standard input; with several, one line for each, in this order
      --from-file KEY=FILE      reads it from a file
      --from-env KEY=VARIABLE   reads it from an environment variable
      --path PATH               what it is for (default: credentials):
                                ${SEALABLE}
      --scope SCOPE             strict (default), namespace-wide or cluster-wide
      --stdout                  writes the lines to standard output instead of the file
  -f, --file FILE               the fleet (default: $REGISTRY_FLEET, else fleet.yaml)

A value is never an argument: arguments can be seen by every user of the machine.
One line break at the end of a value of one line is taken off.

  printf '%s\\n' "$ID" "$SECRET" | registry-gitops seal --cluster prod --cert prod.pem \\
    --key REGISTRY_STORAGE_S3_ACCESSKEY --key REGISTRY_STORAGE_S3_SECRETKEY
`;

/** Runs the command and returns its exit status. */
export async function seal(args: readonly string[], io: SealIo): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`error: ${shownText(error.message)}\nregistry-gitops seal --help shows what there is\n`);
      return 2;
    }
    if (error instanceof SealError || error instanceof TargetError) {
      io.stderr.write(`error: ${error.message.split('\n').map(shownText).join('\n')}\n`);
      return error instanceof SealError ? error.status : 1;
    }
    throw error;
  }
}

async function run(args: readonly string[], io: SealIo): Promise<number> {
  const parsed = readArguments(args, OPTIONS);
  if (parsed.values.help) {
    io.stdout.write(SEAL_USAGE);
    return 0;
  }
  const name = required(parsed, 'cluster');
  const key = readCertificate(required(parsed, 'cert'));
  const fleet = loadFleet(fleetFileOf(parsed));
  if (fleet.findings.length > 0) io.stderr.write(`${formatText(fleet.findings, { colour: false })}\n`);
  const status = exitStatus(fleet.findings);
  if (status !== 0) return status;
  const target = sealTarget(clusterCalled(name, fleet.clusters), pathOf(parsed), scopeOf(parsed));
  const values = await readValues(parsed.values, io, expectedKeys(target));
  refuseBroken(target, values);
  const { secret, scope } = target;
  const label = sealingLabel(scope, secret.namespace, secret.name);
  const sealed = Object.entries(values).map(([each, value]) => [each, sealValue(value, key, label)] as const);
  return deliver(target, sealed, parsed.values.stdout === true, io, name);
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
      `${anchor.source.file} was not changed: ${error.message}. Add the lines above below ${formatPath(secret.path)}`,
    );
  }
  const keys = sealed.map(([key]) => key).join(', ');
  io.stdout.write(
    `${anchor.source.file}: ${keys} sealed for ${secret.namespace}/${secret.name} of ${cluster}, ${scope}\n`,
  );
  return 0;
}

function required({ values }: Arguments, option: 'cluster' | 'cert'): string {
  const value = values[option];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${option} is missing`);
  return value;
}

function clusterCalled(name: string, clusters: readonly LoadedCluster[]): LoadedCluster {
  const nameOf = ({ layers }: LoadedCluster): string =>
    String((layers.at(-1)?.value as { name?: unknown } | null)?.name);
  const found = clusters.filter(cluster => nameOf(cluster) === name);
  const [only] = found;
  if (only === undefined)
    throw new UsageError(
      `the fleet has no cluster that is called as --cluster says.${suggestion(name, clusters.map(nameOf))}`,
    );
  if (found.length > 1) throw new SealError(1, `${found.length} clusters are called ${name}: correct that first`);
  return only;
}

/** `routes.custom[0].tls` to its parts. */
function pathOf({ values }: Arguments): ConfigPath {
  const text = (values.path as string | undefined) ?? 'credentials';
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*|\[\d+\])*$/.test(text))
    throw new UsageError(`--path is no path that can be sealed for; there are ${SEALABLE}`);
  return [...text.matchAll(/(\w+)|\[(\d+)\]/g)].map(([part]) =>
    part.startsWith('[') ? Number(part.slice(1, -1)) : part,
  );
}

function scopeOf({ values }: Arguments): SealingScope | undefined {
  const said = values.scope as string | undefined;
  const scope = SCOPES.find(each => each === said);
  if (said !== undefined && scope === undefined) {
    throw new UsageError(`--scope is none there is.${suggestion(said, SCOPES)} Use one of ${SCOPES.join(', ')}`);
  }
  return scope;
}

const expectedKeys = ({ secret: { keys } }: SealTarget): readonly string[] => [
  ...keys.required,
  ...(keys.optional ?? []),
  ...keys.empty,
];

/** Once it is sealed, nobody can see what is wrong with a value. */
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
