import { delicateIn, delicateInFile } from '../../../src/cli/synth-cache/until';
import { loadFleet } from '../../../src/load/load-fleet';
import { folderWith } from '../../support/files';

const PEM = '"-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"';

/** A cluster as text, and whether it has a plain Secret and how many certificates. */
const CLUSTERS: Readonly<Record<string, readonly [text: string, hasPlainSecrets: boolean, pems: number]>> = {
  nothing: ['credentials: {externalSecret: {key: registry/a}}', false, 0],
  'a plain Secret': ['credentials: {secret: {env: {KEY: NAME}}}', true, 0],
  'a plain Secret in block style': ['credentials:\n  secret:\n    env:\n      KEY: NAME', true, 0],
  'its key in quotes': ["credentials: {'secret': {env: {KEY: NAME}}}", true, 0],
  'its key with an escape': ['credentials: {"\\x73ecret": {env: {KEY: NAME}}}', true, 0],
  'a word that is no key': ['metadata: {annotations: {example.com/note: secret}}', false, 0],
  'a certificate': [`image: {additionalTrustedCA: {cas: {quay.io: {pem: ${PEM}}}}}`, false, 1],
};

test.each(Object.entries(CLUSTERS))('%s is found as by a look at all values', (_, [text, hasPlainSecrets, pems]) => {
  const folder = folderWith({
    'fleet.yaml': 'clusterFiles: ["clusters/*.yaml"]\n',
    'clusters/a.yaml': `name: a\nplatform: aws\n${text}\n`,
  });
  const { clusters } = loadFleet(`${folder}/fleet.yaml`);
  const found = delicateInFile(clusters);
  expect(found).toEqual(delicateIn(clusters.map(({ own }) => own.layer.value)));
  expect({ ...found, pems: found.pems.length }).toEqual({ hasPlainSecrets, pems });
});

test('the values of a file with nothing delicate are not asked for', () => {
  const source = {
    matches: (form: RegExp): boolean => form.test('name: a\ncredentials: {externalSecret: {key: a}}\n'),
  };
  const layer = {
    anchor: { source },
    get value(): unknown {
      throw new Error('asked for');
    },
  };
  expect(delicateInFile([{ own: { layer } } as never])).toEqual({ hasPlainSecrets: false, pems: [] });
});
