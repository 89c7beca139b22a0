import { App, Chart } from 'cdk8s';
import { BareMetalImageRegistry } from '../../src';

const block = { accessModes: ['ReadWriteOnce'], storageClassName: 'lvms-vg1' } as const;

const small = (app: App, cluster: string, more: object = {}): BareMetalImageRegistry =>
  new BareMetalImageRegistry(new Chart(app, cluster), 'registry', {
    openshift: '4.14',
    storage: { pvc: block },
    ...more,
  });

/** What is written to standard error by a piece of program. */
function told(run: () => void): readonly string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    run();
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

const severity = process.env.REGISTRY_SEVERITY;
afterEach(() => {
  if (severity === undefined) delete process.env.REGISTRY_SEVERITY;
  else process.env.REGISTRY_SEVERITY = severity;
});

test('nothing is told before an app is synthesized; then each warning once, with its construct', () => {
  const app = new App();
  expect(told(() => small(app, 'plant-7'))).toEqual([]);
  const [text = '', ...more] = told(() => app.synthYaml());
  expect(text).toMatch(/^warning\[BLOCK_NOT_HA\][\s\S]*at: {2}plant-7\/registry \(storage\.pvc[^)]*\)[\s\S]*\n$/);
  expect(text).not.toContain('info[');
  expect(more).toEqual([]);
});

test('several constructs are told together, and several syntheses tell nothing new', () => {
  const app = new App();
  for (const name of ['a', 'b', 'c']) small(app, name);
  const texts = told(() => {
    app.synthYaml();
    app.synthYaml();
    for (const chart of app.charts) chart.toJson();
  });
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/a\/registry[\s\S]*b\/registry[\s\S]*c\/registry[\s\S]*\n$/);
});

test('what is new at the next synthesis is told, and nothing else', () => {
  const app = new App();
  const registry = small(app, 'a');
  told(() => app.synthYaml());
  registry.grantPull('team-a', { user: 'system:admin' });
  const [text = '', ...more] = told(() => app.synthYaml());
  expect(text).toMatch(/^warning\[ACCESS_USER_COLON\] [\s\S]*\(grantPull\[0\]\.users\[0\]\)[\s\S]*\n$/);
  expect(more).toEqual([]);
});

test('another app tells its own', () => {
  const texts = told(() => {
    for (const app of [new App(), new App()]) {
      small(app, 'a');
      app.synthYaml();
    }
  });
  expect(texts).toHaveLength(2);
});

test('accept silences a warning', () => {
  const app = new App();
  small(app, 'a', { accept: [{ code: 'BLOCK_NOT_HA', reason: 'a test cluster' }] });
  expect(told(() => app.synthYaml())).toEqual([]);
});

test('warnings are told beside errors, which stay with cdk8s', () => {
  const app = new App();
  small(app, 'a', { registry: { replicas: 2 } });
  const texts = told(() => expect(() => app.synthYaml()).toThrow('error[PVC_RWO_REPLICAS]'));
  expect(texts.join()).not.toContain('error[');
});

test.each([
  ['error', []],
  ['warning', ['warning']],
  ['info', ['info', 'warning']],
  ['constructor', ['warning']],
])('REGISTRY_SEVERITY=%s', (lowest, severities) => {
  process.env.REGISTRY_SEVERITY = lowest;
  const app = new App();
  small(app, 'a', { access: { viewers: [{ project: 'team-a', users: ['ann'] }] } });
  const text = told(() => app.synthYaml()).join('\n');
  const shown = [...text.matchAll(/^(\w+)\[[A-Z_]+\]/gm)].map(([, found]) => found);
  expect([...new Set(shown)].sort()).toEqual(severities);
});
