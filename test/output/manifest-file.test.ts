import { definePlain } from '../../src/manifests/common/definition';
import type { Manifest } from '../../src/manifests/common/manifest';
import { fileNameOf, filesOf } from '../../src/output/manifest-file';
import { OutputError } from '../../src/output/output-error';

const object = (kind: string, name: string, namespace?: string): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

test.each([
  [object('Config', 'cluster'), 'Config_cluster.yaml'],
  [object('Secret', 'a', 'b'), 'Secret_b_a.yaml'],
  [object('ClusterRole', 'system:image-puller'), 'ClusterRole_system%3Aimage-puller.yaml'],
  [object('Role', 'a/../b', 'x_y'), 'Role_x%5Fy_a%2F..%2Fb.yaml'],
  [object('Role', 'ä'), 'Role_%E4.yaml'],
])('%j is in %s', (manifest, name) => expect(fileNameOf(manifest)).toBe(name));

test('files are sorted, and say where they come from', () => {
  const files = filesOf({ folder: 'clusters/a', manifests: [object('Secret', 'b', 'n'), object('Config', 'a')] });
  expect(files.map(({ path }) => path)).toEqual(['clusters/a/Config_a.yaml', 'clusters/a/Secret_n_b.yaml']);
  expect(files[0]?.text).toBe(
    '# Made by cdk8s-openshift-registry: change the configuration of the fleet, not this file.\n' +
      'apiVersion: v1\nkind: Config\nmetadata:\n  name: a\n',
  );
});

test.each([
  ['the same object twice', object('Secret', 'a', 'n'), object('Secret', 'a', 'n')],
  ['names that differ in letter case alone', object('Secret', 'a', 'n'), object('Secret', 'A', 'n')],
  ['kinds of two API groups', object('Config', 'a'), { ...object('Config', 'a'), apiVersion: 'x.io/v1' }],
])('%s would share a file: an error that names both', (_, first, second) => {
  const attempt = (): unknown => filesOf({ folder: 'clusters/c', manifests: [first, second] });
  expect(attempt).toThrow(OutputError);
  const name = (each: Manifest): string => `${each.apiVersion} ${each.kind} ${fullName(each)}`;
  expect(attempt).toThrow(`would hold two objects: ${name(first)} and ${name(second)}`);
});

const fullName = ({ metadata: { namespace, name } }: Manifest): string =>
  namespace === undefined ? name : `${namespace}/${name}`;

test('a namespace and a name are not taken for another namespace and name', () => {
  const names = [object('Secret', 'b-c', 'a'), object('Secret', 'c', 'a-b'), object('Secret', 'a-b-c')].map(fileNameOf);
  expect(new Set(names).size).toBe(3);
});

test('files of the same names as those of the folder before are sorted too, and refused too', () => {
  const pathsOf = (names: readonly string[]): readonly string[] =>
    filesOf({
      folder: 'f',
      cluster: 'c',
      definitions: names.map(name => definePlain(name, object('Secret', name))),
    }).map(({ path }) => path);
  const sorted = ['f/Secret_a.yaml', 'f/Secret_b.yaml', 'f/Secret_c.yaml'];
  for (const names of ['bca', 'bca', 'cab', 'bca', 'cab']) expect(pathsOf([...names])).toEqual(sorted);
  expect(pathsOf(['c', 'a'])).toEqual(['f/Secret_a.yaml', 'f/Secret_c.yaml']);
  for (const names of ['aba', 'aba', 'aB', 'bB', 'bB'])
    if (new Set(names.toLowerCase()).size < names.length) expect(() => pathsOf([...names])).toThrow(OutputError);
});
