import { NO_INPUTS } from '../../../src/config/inputs';
import { NEWEST_VERSION } from '../../../src/facts/versions';
import { LEAF_PEM, ROOT_PEM } from '../../support/certificates';
import { objectOf, objectsOf } from '../../support/fleet';
import { marks } from '../../support/marks';
import { ownErrors } from '../../support/own-schema';

const inputs = { ...NO_INPUTS, file: (path: string) => (path.endsWith('leaf.pem') ? LEAF_PEM : undefined) };
const withImage = (image: string, openshift = '4.14'): ReturnType<typeof objectsOf> =>
  objectsOf(`{platform: aws, openshift: "${openshift}", image: ${image}}`, inputs);
const kindsOf = (objects: ReturnType<typeof objectsOf>): readonly string[] =>
  objects.map(({ kind }) => kind).filter(kind => kind !== 'Config');

test('certificates of registries, by host and port, in one ConfigMap that Image names', () => {
  const crlf = JSON.stringify(`\n${ROOT_PEM.replace(/\n/g, '\r\n')}\n`);
  const objects = withImage(
    `{additionalTrustedCA: {registry.example.com: {pem: ${crlf}}, "mirror.example.com:5000": {pemFile: leaf.pem}}}`,
  );
  expect(objectOf(objects, 'ConfigMap')).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: marks('registryCAs', { name: 'image-registry-trusted-cas', namespace: 'openshift-config' }),
    data: { 'registry.example.com': ROOT_PEM, 'mirror.example.com..5000': LEAF_PEM },
  });
  expect(objectOf(objects, 'Image')).toEqual({
    apiVersion: 'config.openshift.io/v1',
    kind: 'Image',
    metadata: marks('image', { name: 'cluster' }),
    spec: { additionalTrustedCA: { name: 'image-registry-trusted-cas' } },
  });
});

test('lists lose doubles and keep their order; what is not said is not ours', () => {
  const objects = withImage(`{
    registrySources: {blockedRegistries: [z.example.com, y.example.com, z.example.com], containerRuntimeSearchRegistries: [b.example.com, a.example.com]},
    allowedRegistriesForImport: [{domainName: quay.io, insecure: false}, {domainName: a.example.com, insecure: true}, {domainName: quay.io}],
    externalRegistryHostnames: [b.example.com, b.example.com]}`);
  expect(kindsOf(objects)).toEqual(['Image']);
  expect(objectOf(objects, 'Image').spec).toEqual({
    registrySources: {
      blockedRegistries: ['z.example.com', 'y.example.com'],
      containerRuntimeSearchRegistries: ['b.example.com', 'a.example.com'],
    },
    allowedRegistriesForImport: [{ domainName: 'quay.io' }, { domainName: 'a.example.com', insecure: true }],
    externalRegistryHostnames: ['b.example.com'],
  });
});

test('the import mode', () => {
  expect(objectOf(withImage('{imageStreamImportMode: PreserveOriginal}', '4.21'), 'Image').spec).toEqual({
    imageStreamImportMode: 'PreserveOriginal',
  });
});

const DIGESTS = `imageDigestMirrors: [
  {source: quay.io/acme, mirrors: [m.example.com/acme, n.example.com/acme, m.example.com/acme]},
  {source: "*.example.org", mirrors: [m.example.com]}]`;
const MIRRORS = [
  { source: 'quay.io/acme', mirrors: ['m.example.com/acme', 'n.example.com/acme'] },
  { source: '*.example.org', mirrors: ['m.example.com'] },
];

test.each(['4.13', '4.14', '4.18', NEWEST_VERSION])('mirror sets on %s', version => {
  const tags =
    'imageTagMirrors: [{source: quay.io/lib, mirrors: [m.example.com/lib], mirrorSourcePolicy: NeverContactSource}]';
  const objects = withImage(`{${DIGESTS}, ${tags}}`, version);
  expect(kindsOf(objects)).toEqual(['ImageDigestMirrorSet', 'ImageTagMirrorSet']);
  expect(objects.flatMap(object => ownErrors(object, version))).toEqual([]);
  expect(objectOf(objects, 'ImageDigestMirrorSet')).toEqual({
    apiVersion: 'config.openshift.io/v1',
    kind: 'ImageDigestMirrorSet',
    metadata: marks('mirrorSet', { name: 'image-registry-digest-mirrors' }),
    spec: { imageDigestMirrors: MIRRORS },
  });
  expect(objectOf(objects, 'ImageTagMirrorSet')).toEqual({
    apiVersion: 'config.openshift.io/v1',
    kind: 'ImageTagMirrorSet',
    metadata: marks('mirrorSet', { name: 'image-registry-tag-mirrors' }),
    spec: {
      imageTagMirrors: [
        { source: 'quay.io/lib', mirrors: ['m.example.com/lib'], mirrorSourcePolicy: 'NeverContactSource' },
      ],
    },
  });
});

test.each(['4.3', '4.6', '4.10', '4.12'])('one ImageContentSourcePolicy on %s', version => {
  const objects = withImage(`{${DIGESTS}}`, version);
  expect(objects.flatMap(object => ownErrors(object, version))).toEqual([]);
  expect(kindsOf(objects)).toEqual(['ImageContentSourcePolicy']);
  expect(objectOf(objects, 'ImageContentSourcePolicy')).toEqual({
    apiVersion: 'operator.openshift.io/v1alpha1',
    kind: 'ImageContentSourcePolicy',
    metadata: marks('mirrorSet', { name: 'image-registry-digest-mirrors' }),
    spec: { repositoryDigestMirrors: MIRRORS },
  });
});
