import { INTERNAL_HOSTNAME } from '../../../src/facts/names';
import { IMAGE_RELEASE_RULES } from '../../../src/rules/image/release';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(IMAGE_RELEASE_RULES);
const platform = (settings: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', image: settings })).filter(code => code !== 'IMAGE_ROLLS_NODES');
const RED_HAT = 'registry.redhat.io';
const PAYLOAD = ['quay.io/openshift-release-dev/ocp-release', 'quay.io/openshift-release-dev/ocp-v4.0-art-dev'];

test.each<[string, readonly string[], string[]]>([
  ['both registries', ['quay.io', RED_HAT], []],
  ['patterns', ['*.io'], []],
  ["the payload's folder", ['quay.io/openshift-release-dev', RED_HAT], []],
  ["the payload's repositories", [...PAYLOAD, RED_HAT], []],
  ['one of them', [PAYLOAD[0] ?? '', RED_HAT], ['IMAGE_PLATFORM_REGISTRIES']],
  ['another folder of quay.io', ['quay.io/acme', RED_HAT], ['IMAGE_PLATFORM_REGISTRIES']],
  ['a folder that only begins so', ['quay.io/openshift-release', RED_HAT], ['IMAGE_PLATFORM_REGISTRIES']],
  ['some of registry.redhat.io', ['quay.io', `${RED_HAT}/redhat`], []],
  ['no registry.redhat.io', ['quay.io'], ['IMAGE_PLATFORM_REGISTRIES']],
  ['neither', ['mirror.example.com'], ['IMAGE_PLATFORM_REGISTRIES']],
])('allowing %s', (_, allowed, expected) =>
  expect(platform({ registrySources: { allowedRegistries: [INTERNAL_HOSTNAME, ...allowed] } })).toEqual(expected),
);

test('what is missing is named, and no more', () => {
  const what = (allowedRegistries: readonly string[]): string | undefined => {
    const yaml = JSON.stringify({ platform: 'aws', image: { registrySources: { allowedRegistries } } });
    return runCluster(yaml).findings.find(({ code }) => code === 'IMAGE_PLATFORM_REGISTRIES')?.what;
  };
  expect(what(['mirror.example.com'])).toBe(
    'allowedRegistries does not contain quay.io and registry.redhat.io, which OpenShift itself needs',
  );
  expect(what(['quay.io'])).toBe('allowedRegistries does not contain registry.redhat.io, which OpenShift itself needs');
  expect(what([PAYLOAD[0] ?? '', RED_HAT])).toBe(
    `allowedRegistries does not contain ${PAYLOAD[1]}, which OpenShift itself needs`,
  );
});

const mirror = (source: string): object => ({ source, mirrors: ['mirror.example.com/release'] });

test.each<[string, readonly string[], readonly object[], string[]]>([
  ['another registry', ['docker.io'], [], []],
  ['quay.io', ['quay.io'], [], ['IMAGE_PLATFORM_BLOCKED']],
  ['the payload', ['quay.io/openshift-release-dev'], [], ['IMAGE_PLATFORM_BLOCKED']],
  ['a repository of it', [PAYLOAD[1] ?? ''], [], ['IMAGE_PLATFORM_BLOCKED']],
  ['registry.redhat.io', [RED_HAT], [], ['IMAGE_PLATFORM_BLOCKED']],
  ['all of redhat.io', ['*.redhat.io'], [], ['IMAGE_PLATFORM_BLOCKED']],
  ['two of them', ['quay.io', RED_HAT], [], ['IMAGE_PLATFORM_BLOCKED', 'IMAGE_PLATFORM_BLOCKED']],
  ['another folder of quay.io', ['quay.io/acme'], [], []],
  ['some of registry.redhat.io', [`${RED_HAT}/ubi7`], [], []],
  ['what has a mirror', [RED_HAT], [mirror(RED_HAT)], []],
  ['a folder that has one', ['quay.io/openshift-release-dev'], [mirror('quay.io/openshift-release-dev')], []],
  ['more than what has one', ['quay.io'], [mirror(PAYLOAD[0] ?? '')], ['IMAGE_PLATFORM_BLOCKED']],
])('blocking %s', (_, blockedRegistries, imageDigestMirrors, expected) =>
  expect(platform({ registrySources: { blockedRegistries }, imageDigestMirrors })).toEqual(expected),
);

test.each<[object, string | undefined]>([
  [{ registrySources: { insecureRegistries: ['a.example.com'] } }, 'insecureRegistries'],
  [{ registrySources: { blockedRegistries: ['a.example.com'] } }, 'blockedRegistries'],
  [{ imageTagMirrors: [mirror('a.example.com')] }, 'imageTagMirrors'],
  [
    {
      registrySources: { containerRuntimeSearchRegistries: ['a.example.com'] },
      imageDigestMirrors: [mirror('quay.io')],
    },
    'containerRuntimeSearchRegistries, and each change of imageDigestMirrors but an addition',
  ],
  [{ imageDigestMirrors: [mirror('quay.io')] }, 'imageDigestMirrors but an addition'],
  [{ externalRegistryHostnames: ['a.example.com'] }, undefined],
  [{ allowedRegistriesForImport: [{ domainName: 'quay.io' }] }, undefined],
  [{ registrySources: { blockedRegistries: [] } }, undefined],
])('%j rolls every node: %s', (image, named) => {
  const { findings } = runCluster(JSON.stringify({ platform: 'aws', image }));
  const found = findings.find(({ code }) => code === 'IMAGE_ROLLS_NODES');
  expect(found?.what).toBe(named && `each change of ${named} will roll every node`);
  if (named) expect(found?.severity).toBe('info');
});
