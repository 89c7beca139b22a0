import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../src/output/output-error';
import { differences, withdraw } from '../../src/output/output-folder';
import { ours, outputFile, setUp, write } from '../support/output';

describe('differences', () => {
  test.each(['dist', './dist', 'dist/'])('in %s: missing, other and left over', name => {
    const { root } = setUp();
    const found = differences(`${root}/${name}`, [outputFile('clusters/a/x.yaml'), outputFile('clusters/c/z.yaml')]);
    expect(found).toEqual(['differs: clusters/a/x.yaml', 'left over: clusters/b/y.yaml', 'missing: clusters/c/z.yaml']);
  });

  test('none where all is the same, and of some clusters alone', () => {
    const { dist } = setUp();
    const [a, b] = [outputFile('clusters/a/x.yaml', 'old'), outputFile('clusters/b/y.yaml', 'old')];
    expect(differences(dist, [a, b])).toEqual([]);
    expect(differences(dist, [a], ['a'])).toEqual([]);
    expect(differences(join(dist, 'none'), [a])).toEqual(['missing: clusters/a/x.yaml']);
  });

  test('none after a run, whose file that says whose output it is does not count', () => {
    const { dist } = setUp({});
    write(dist, [outputFile('clusters/a/x.yaml')]);
    expect(differences(dist, [outputFile('clusters/a/x.yaml')])).toEqual([]);
  });

  test('links and pipes, which Argo CD may follow, and a file far larger than ours', () => {
    const { root, dist } = setUp({ 'dist/clusters/a/x.yaml': ours('old'), 'dist/clusters/a/big.yaml': '', other: 'x' });
    symlinkSync('../../../other', join(dist, 'clusters/a/link.yaml'));
    symlinkSync('..', join(dist, 'clusters/a/up'));
    truncateSync(join(dist, 'clusters/a/big.yaml'), 2 ** 32);
    const files = [outputFile('clusters/a/x.yaml', 'old'), outputFile('clusters/a/big.yaml')];
    expect(differences(`${root}/dist`, files)).toEqual([
      'differs: clusters/a/big.yaml',
      'left over: clusters/a/link.yaml',
      'left over: clusters/a/up',
    ]);
  });

  test('a file in place of the folder', () => {
    const { dist } = setUp({ dist: 'a file' });
    expect(() => differences(dist, [])).toThrow(OutputError);
  });
});

test('an empty folder is withdrawn, any other stays', () => {
  const { root, dist } = setUp({ 'dist/clusters/a/x.yaml': ours('old') });
  mkdirSync(join(root, 'empty'));
  withdraw(join(root, 'empty'));
  withdraw(join(root, 'none'));
  withdraw(dist);
  writeFileSync(join(root, 'file'), '');
  expect([existsSync(join(root, 'empty')), existsSync(dist)]).toEqual([false, true]);
});
