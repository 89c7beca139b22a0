/** The real CRDs of OpenShift and of the operators around it: reference data that this repository does not carry. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Crd, findCrd, loadCrds } from './crd-validator';
import { referenceFolder } from './reference-folder';

const ROOT = join(__dirname, '..', '..');

const FOLDER = referenceFolder() ?? '';

const loaded = new Map<string, readonly Crd[]>();

function crdsIn(name: string): readonly Crd[] {
  const folder = join(FOLDER, name);
  const crds = loaded.get(name) ?? (existsSync(folder) ? loadCrds(folder) : []);
  loaded.set(name, crds);
  return crds;
}

/** The CRDs that one OpenShift version ships, as far as they differ by version. */
export const openshiftCrds = (version: string): readonly Crd[] => crdsIn(`openshift-${version}`);

/** The CRDs of everything else, in the newest version that was looked at. */
export const otherCrds = (): readonly Crd[] => [...crdsIn('openshift-latest'), ...crdsIn('third-party')];

/** Kinds whose CRD no repository has as a file, so that `npm run crds:fetch` cannot bring it. */
export const derivedKinds = (): readonly string[] => {
  const table = readFileSync(join(ROOT, 'scripts', 'reference-crds.yaml'), 'utf8');
  const { derived } = parse(table) as { readonly derived: readonly { readonly kind: string }[] };
  return derived.map(({ kind }) => kind);
};

/** The real CRD of an object on a cluster of that version, if there is one. */
export const referenceCrd = (apiVersion: string, kind: string, version: string): Crd | undefined =>
  findCrd([...openshiftCrds(version), ...otherCrds()], apiVersion, kind);
