import { formatGithub } from '../../src/findings/format-github';
import { EXAMPLE_FINDING } from '../support/example-finding';

const finding = EXAMPLE_FINDING;

test('nothing where nothing was found', () => expect(formatGithub([])).toBe(''));

test('a command with its place, on one line', () => {
  expect(formatGithub([finding])).toBe(
    '::error file=clusters/prod.yaml,line=3,col=5,title=PVC_RWO_REPLICAS (prod)::' +
      'replicas is 2%0Aat: registry.replicas%0Awhy: pods hang%0Afix: write 1%0Asee: registry-gitops explain PVC_RWO_REPLICAS',
  );
});

test.each([
  ['error', '::error '],
  ['warning', '::warning '],
  ['info', '::notice '],
] as const)('%s becomes %s', (severity, start) => {
  expect(formatGithub([{ ...finding, severity }]).startsWith(start)).toBe(true);
});

test('what a user wrote cannot end the command or begin another', () => {
  const text = formatGithub([
    { ...finding, place: { file: 'a,b:c%.yaml', line: 1, column: 1 }, what: '100%\r\n::error::forged' },
  ]);
  expect(text.split('\n')).toHaveLength(1);
  expect(text).toContain('file=a%2Cb%3Ac%25.yaml,');
  expect(text).toContain('::100%25\\r\\n::error::forged%0A');
});

test('without a place there is no file; the construct says where', () => {
  const { place, clusters, ...rest } = finding;
  const text = formatGithub([{ ...rest, path: [], construct: 'chart/registry' }]);
  expect(text).toMatch(/^::error title=PVC_RWO_REPLICAS::replicas is 2%0Aat: chart\/registry%0A/);
});
