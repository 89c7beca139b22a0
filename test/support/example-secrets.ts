/** Clusters that differ only in where a Secret comes from. */

import { type Inputs, NO_INPUTS } from '../../src/config/inputs';
import { BACKEND_NAMES, BACKENDS, type BackendName } from '../../src/facts/backends';
import { exampleInputs } from './example-inputs';
import { runCluster } from './fleet';

/** Settings of a cluster for each backend, its credentials left out. */
export const STORAGE = Object.fromEntries(
  BACKEND_NAMES.map(backend => {
    const { platform, storage } = BACKENDS[backend].example;
    return [
      backend,
      `
    platform: ${platform}
    storage: ${JSON.stringify({ [backend]: storage })}`,
    ];
  }),
) as Record<BackendName, string>;

/** The errors of a cluster, with the inputs of the examples unless others are given. */
export const errorsOf = (cluster: string, inputs: Inputs = exampleInputs()) =>
  runCluster(cluster, inputs).findings.filter(({ severity }) => severity === 'error');

/** An access key of a storage account, as Azure makes them. */
export const ACCOUNT_KEY = Buffer.alloc(64, 7).toString('base64');

/** Runs a plain Secret whose files hold these values. */
export function withFiles(settings: string, files: Readonly<Record<string, string>>) {
  const inputs: Inputs = { ...NO_INPUTS, now: new Date(), file: path => files[path.split('/').at(-1) ?? ''] };
  return errorsOf(settings, inputs);
}

/** A backend's cluster with a plain Secret, each key of which is read from a file of the same name. */
export const plain = (backend: keyof typeof STORAGE, names: readonly string[]): string => `${STORAGE[backend]}
    credentials: {secret: {allowPlaintext: true, files: {${names.map(name => `${name}: ${name}`).join(', ')}}}}`;
