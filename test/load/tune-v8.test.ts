import { execFileSync } from 'node:child_process';
import v8 from 'node:v8';
import { endYoungGrowth, freeMemory, tuneV8 } from '../../src/load/tune-v8';

afterEach(() => jest.restoreAllMocks());

test('gives V8 only flags that it has: it prints an error for others', () => {
  const set = jest.spyOn(v8, 'setFlagsFromString').mockReturnValue(undefined);
  tuneV8();
  const spaces = v8.getHeapSpaceStatistics().map(space => ({ ...space, space_size: 2 ** 30 }));
  jest.spyOn(v8, 'getHeapSpaceStatistics').mockReturnValue(spaces);
  jest.isolateModules(() => {
    (require('../../src/load/tune-v8') as typeof import('../../src/load/tune-v8')).endYoungGrowth();
  });
  const flags = set.mock.calls.map(([flag]) => (flag.split('=')[0] ?? '').replace('--no-', '--'));
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(flags.length).toBeGreaterThan(0);
  expect(flags.filter(flag => !known.includes(`  ${flag} `))).toEqual([]);
});

test('ends the growth of the youngest part of the heap once it is large, and not before', () => {
  const set = jest.spyOn(v8, 'setFlagsFromString').mockReturnValue(undefined);
  const spaces = v8.getHeapSpaceStatistics();
  const sized = (space_size: number) =>
    spaces.map(space => (space.space_name === 'new_space' ? { ...space, space_size } : space));
  for (const [size, calls] of [
    [15, 0],
    [16, 1],
    [32, 1],
  ] as const) {
    jest.spyOn(v8, 'getHeapSpaceStatistics').mockReturnValue(sized(size * 2 ** 20));
    endYoungGrowth();
    expect(set).toHaveBeenCalledTimes(process.versions.v8.startsWith('11.') ? calls : 0);
  }
});

test('goes on where V8 offers no way to free memory', () => {
  jest.spyOn(v8, 'setFlagsFromString').mockReturnValue(undefined);
  expect(freeMemory).not.toThrow();
});

test('frees what is no longer needed at once', () => {
  const heapUsed = (): number => process.memoryUsage().heapUsed;
  const used = (): number => {
    const large = Array.from({ length: 1_000_000 }, (_, index) => ({ index }));
    return heapUsed() + 0 * large.length;
  };
  const before = used();
  freeMemory();
  expect(before - heapUsed()).toBeGreaterThan(20 * 2 ** 20);
});
