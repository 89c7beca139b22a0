/** What cdk8s really writes decides: each case synthesizes an app into a folder. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { AwsImageRegistry } from '../../src';

process.env.REGISTRY_SEVERITY = 'error';

const EACH = YamlOutputType.FILE_PER_RESOURCE;
const EACH_IN_FOLDER = YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'shared-files-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

const registryIn = (chart: Chart): AwsImageRegistry =>
  new AwsImageRegistry(chart, 'registry', {
    openshift: '4.14',
    storage: { s3: { bucket: 'images', region: 'eu-west-1' } },
  });

/** How many objects are in the files of the app. */
const written = (): number =>
  readdirSync(outdir, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file => readFileSync(join(outdir, file), 'utf8').match(/^kind:/gm) ?? []).length;

const objectsOf = (app: App): number => app.node.findAll().filter(ApiObject.isApiObject).length;

describe('RoleBindings of two projects have one name', () => {
  test.each([
    ['one file for each object', EACH],
    ['a folder for each chart', EACH_IN_FOLDER],
  ])('%s: an error instead of a lost object', (_, yamlOutputType) => {
    const app = new App({ outdir, yamlOutputType });
    const registry = registryIn(new Chart(app, 'prod'));
    registry.grantPull('shop', { group: 'developers' });
    registry.grantPull('web', { group: 'developers' });
    registry.grantPull('mail', { group: 'developers' });
    const message =
      /error\[FILE_TWICE\] prod\/registry\/\S+ and prod\/registry\/\S+ and 1 more are written to the same file RoleBinding\.image-registry-viewers\.k8s\.yaml/;
    expect(() => app.synth()).toThrow(message);
    expect(() => app.synth()).toThrow(/fix: create the app with yamlOutputType: YamlOutputType\.FILE_PER_CHART/);
  });

  test.each([YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_APP])(
    'output type %s keeps every object',
    yamlOutputType => {
      const app = new App({ outdir, yamlOutputType });
      const registry = registryIn(new Chart(app, 'prod'));
      registry.grantPull('shop', { group: 'developers' });
      registry.grantPull('web', { group: 'developers' });
      app.synth();
      expect(written()).toBe(objectsOf(app));
    },
  );
});

describe('an object of the program itself', () => {
  const samples = (chart: Chart): ApiObject =>
    new ApiObject(chart, 'samples', {
      apiVersion: 'samples.operator.openshift.io/v1',
      kind: 'Config',
      metadata: { name: 'cluster' },
    });

  test('the Config of another API would overwrite the registry', () => {
    const app = new App({ outdir, yamlOutputType: EACH, outputFileExtension: '.yaml' });
    registryIn(new Chart(app, 'prod'));
    samples(new Chart(app, 'other'));
    expect(() => app.synth()).toThrow(/other\/samples are written to the same file Config\.cluster\.yaml/);
  });

  test('in a folder of another chart it does not', () => {
    const app = new App({ outdir, yamlOutputType: EACH_IN_FOLDER });
    registryIn(new Chart(app, 'prod'));
    samples(new Chart(app, 'other'));
    app.synth();
    expect(written()).toBe(objectsOf(app));
  });

  test('objects that are not of the registry are the business of the program', () => {
    const app = new App({ outdir, yamlOutputType: EACH });
    registryIn(new Chart(app, 'prod'));
    const other = new Chart(app, 'other');
    for (const namespace of ['a', 'b']) {
      new ApiObject(other, namespace, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace } });
    }
    expect(() => app.synth()).not.toThrow();
  });
});
