/** Runs the script of an emitted Job with real bash, as its pod would, with a stand-in for `oc` before all others. */

import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeApi } from './fake-api';
import { FakeOc, type OcResult, rightsOf } from './fake-oc';
import { type AnyManifest, objectOf } from './fleet';

/** How a Job ended. */
export interface JobRun {
  readonly status: number | null;
  /** What it printed, to both streams. */
  readonly output: string;
  /** The `oc` commands it ran. */
  readonly commands: readonly string[];
}

/** Where a pod finds what Kubernetes gives every service account. */
const ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Runs a Job among the objects. `env` changes its environment, `accountFiles` are beside its token. */
export async function runJob(
  objects: readonly AnyManifest[],
  name: string,
  api: FakeApi,
  {
    env = {},
    accountFiles = {},
  }: { readonly env?: Record<string, string>; readonly accountFiles?: Record<string, string> } = {},
): Promise<JobRun> {
  const job = objectOf(objects, 'Job', name);
  const pod = job.spec.template.spec;
  const [container] = pod.containers;
  const oc = new FakeOc(api, rightsOf(objects, pod.serviceAccountName, job.metadata.namespace as string));
  const folder = mkdtempSync(join(tmpdir(), 'job-'));
  const server = serve(oc);
  try {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const paths = layOut(folder, objects, pod, accountFiles);
    const command = container.command.map((word: string) => inFolder(word, paths));
    const variables = container.env.map(({ name: key, value }: { name: string; value: string }) => [key, value]);
    const { status, output } = await run(command, {
      ...Object.fromEntries(variables),
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      OC_PORT: String((server.address() as AddressInfo).port),
      ...env,
    });
    return { status, output, commands: oc.commands };
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Answers the stand-in of `oc.sh`. Both sides end each text with a NUL: it sends the number of its arguments, the
 * arguments and its input, and gets the exit status, standard output and standard error.
 */
function serve(oc: FakeOc): Server {
  return createServer(socket => {
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', chunk => {
      received += chunk;
      const [count = '', ...texts] = received.split('\0');
      const args = Number(count);
      if (texts.length < args + 2) return;
      const { status, stdout, stderr } = answer(oc, texts.slice(0, args), texts[args] ?? '');
      socket.end(`${status}\0${stdout}\0${stderr}\0`);
    });
  });
}

function answer(oc: FakeOc, args: readonly string[], input: string): OcResult {
  try {
    return oc.run(args, input);
  } catch (error) {
    return { stdout: '', stderr: `stand-in: ${(error as Error).message}\n`, status: 99 };
  }
}

type Paths = readonly (readonly [inPod: string, here: string])[];

const inFolder = (text: string, paths: Paths): string =>
  paths.reduce((changed, [inPod, here]) => changed.replaceAll(inPod, here), text);

/** Puts the ConfigMaps a pod mounts, its account's files and the stand-in into the folder. */
function layOut(
  folder: string,
  objects: readonly AnyManifest[],
  pod: AnyManifest,
  accountFiles: Readonly<Record<string, string>>,
): Paths {
  const mounts: { name: string; mountPath: string }[] = pod.containers[0].volumeMounts;
  const paths: (readonly [string, string])[] = [[ACCOUNT_FOLDER, join(folder, 'account')]];
  for (const volume of pod.volumes) {
    const mountPath = mounts.find(({ name }) => name === volume.name)?.mountPath ?? '';
    if (volume.configMap) paths.push([mountPath, join(folder, volume.name)]);
  }
  const write = (directory: string, files: Readonly<Record<string, string>>): void => {
    mkdirSync(join(folder, directory), { recursive: true });
    for (const [file, text] of Object.entries(files))
      writeFileSync(join(folder, directory, file), inFolder(text, paths));
  };
  write('account', accountFiles);
  for (const volume of pod.volumes) {
    if (volume.configMap) write(volume.name, objectOf(objects, 'ConfigMap', volume.configMap.name).data);
  }
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(__dirname, 'oc.sh'), join(folder, 'bin', 'oc'));
  chmodSync(join(folder, 'bin', 'oc'), 0o755);
  return paths;
}

function run(
  command: readonly string[],
  env: Record<string, string>,
): Promise<{ status: number | null; output: string }> {
  const [program = '', ...args] = command;
  return new Promise(resolve => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
      });
    }
    child.on('close', status => resolve({ status, output }));
  });
}
