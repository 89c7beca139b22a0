import { execFileSync } from 'node:child_process';
import v8 from 'node:v8';
import { tuneV8 } from '../../src/load/tune-v8';

test('gives V8 only flags that it has: it prints an error for others', () => {
  const set = jest.spyOn(v8, 'setFlagsFromString').mockReturnValue(undefined);
  tuneV8();
  const flags = set.mock.calls.map(([flag]) => flag.split('=')[0] ?? '');
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(flags.length).toBeGreaterThan(0);
  expect(flags.filter(flag => !known.includes(`  ${flag} `))).toEqual([]);
});
