/** What every backend must have, as far as the compiler cannot demand it. */

import { definition, dereference } from '../../src/config/schema';
import {
  BACKEND_NAMES,
  BACKENDS,
  type BackendName,
  hasDriver,
  identityField,
  identityOf,
  sharingOf,
} from '../../src/facts/backends';
import { PLATFORMS } from '../../src/facts/platforms';
import { credentialKeys } from '../../src/facts/secret-keys';
import { isKnownVersion, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { runCluster } from '../support/fleet';
import { configStorageSchema } from '../support/own-schema';

const crd = configStorageSchema().properties ?? {};

test('the backends are those of the CRD', () => {
  expect([...BACKEND_NAMES, 'managementState'].sort()).toEqual(Object.keys(crd).sort());
});

test('the backends are those that a cluster may name', () => {
  const { odf, managementState, ...backends } = definition('Storage').properties ?? {};
  expect(Object.keys(backends).sort()).toEqual([...BACKEND_NAMES].sort());
});

const platformsOf = (backend: BackendName, part: 'bootstrap' | 'ownCredentials'): readonly string[] =>
  Object.entries(PLATFORMS)
    .filter(([, facts]) => [facts[part]].flat().includes(backend))
    .map(([name]) => name);

describe.each(BACKEND_NAMES)('%s', name => {
  const backend = BACKENDS[name];
  const { driver, fields, identity, shared, secret, platforms, example } = backend;
  const settings = dereference(definition('Storage').properties?.[name] ?? {});
  const first = OPENSHIFT_VERSIONS.find(version => hasDriver(name, version)) ?? '';
  const newest = [...OPENSHIFT_VERSIONS].reverse().find(version => hasDriver(name, version)) ?? '';

  test('its fields are those of the CRD', () => {
    expect(Object.keys(fields).sort()).toEqual(Object.keys(crd[name]?.properties ?? {}).sort());
  });

  test('its versions exist, and no field is older than the backend or a newer version than the last', () => {
    expect([first, driver.last ?? newest]).toEqual([driver.first, newest]);
    const since = Object.values(fields).flatMap(field => (field.since === undefined ? [] : [field.since]));
    expect(since.filter(version => !isKnownVersion(version) || !hasDriver(name, version))).toEqual([]);
  });

  test('a platform chooses it by itself exactly where the operator fills in its fields', () => {
    const filled = Object.values(fields).some(({ bootstrap }) => bootstrap);
    expect(platformsOf(name, 'bootstrap').length > 0).toBe(filled);
  });

  test('where it has platforms of its own, they are those whose credentials serve', () => {
    if (platforms !== 'any') expect([...platforms].sort()).toEqual([...platformsOf(name, 'ownCredentials')].sort());
    if (platformsOf(name, 'ownCredentials').length > 0) expect(secret).not.toBe('none');
  });

  test('the lock remembers what names it, and what tells two of a name apart', () => {
    const parts = shared === 'never' ? [] : [...shared.named, ...(shared.within ?? [])];
    expect(parts.filter(part => identity[part] === undefined)).toEqual([]);
    const unsure = shared === 'never' ? [] : (shared.unsureWithout ?? []);
    expect(unsure.filter(part => !parts.includes(part))).toEqual([]);
  });

  test('storage that credentials open lies outside the cluster, where two clusters can reach it', () => {
    expect(shared === 'never').toBe(secret === 'none');
  });

  const named = shared === 'never' ? [] : shared.named.flatMap(part => identityField(name, part) ?? []);

  test('what names it must be set, by its type or by a rule where the operator may make it', () => {
    const { codes } = runCluster(JSON.stringify({ platform: 'none', storage: { [name]: {} } }));
    const asked = named.filter(key => settings.required?.includes(key) !== true);
    expect(asked.length > 0).toBe(BACKENDS[name].settable);
    expect(codes.filter(code => code.endsWith('_REQUIRED')).length).toBeGreaterThanOrEqual(asked.length);
  });

  test('its example is recognized by its name', () => {
    const found = identityOf(name, { ...example.storage });
    expect(found.backend).toBe(name);
    expect(sharingOf(found)).toEqual(shared === 'never' ? undefined : shared);
  });

  test('the operator reads keys on every version exactly where it has credentials', () => {
    const versions = OPENSHIFT_VERSIONS.filter(version => hasDriver(name, version));
    const without = versions.filter(version => credentialKeys(name, version).required.length === 0);
    expect(without).toEqual(secret === 'none' ? versions : []);
  });

  if (secret !== 'none') {
    test('a value that its reader cuts or refuses is found', () => {
      expect(secret.value('two\nlines')).toBeDefined();
    });
  }

  const errorsOf = (storage: object): readonly string[] => {
    const cluster = {
      openshift: newest,
      platform: example.platform,
      environment: 'non-production',
      storage: { [name]: storage },
      ...(secret === 'none' ? {} : { credentials: { existingSecret: {} } }),
    };
    const { findings } = runCluster(JSON.stringify(cluster));
    return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  test('no rule refuses its example', () => {
    expect(errorsOf(example.storage)).toEqual([]);
  });

  for (const field of named) {
    test(`a rule refuses an empty ${field}`, () => {
      expect(errorsOf({ ...example.storage, [field]: '' })).not.toEqual([]);
    });
  }
});
