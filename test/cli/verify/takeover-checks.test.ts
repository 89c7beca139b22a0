/** The takeover by hand: what `verify` prints is run here as it stands. */

import { parse } from 'yaml';
import { takeoverChecks } from '../../../src/cli/verify/takeover-checks';
import type { Cluster } from '../../../src/config/shape/cluster';
import { resolve } from '../../../src/model/resolve';
import { FakeApi } from '../../support/fake-api';
import { backendsOf, CONFIG, FakeOperator } from '../../support/fake-operator';
import { type AnyManifest, objectsOf } from '../../support/fleet';
import { runJob } from '../../support/run-job';

const cluster = (by: string, more = ''): string =>
  `{platform: aws, storage: {pvc: {claim: ours, accessModes: [ReadWriteOnce], storageClassName: gp3-csi}}, takeOver: {by: ${by}}${more}}`;

const checksOf = (yaml: string) =>
  takeoverChecks(resolve({ name: 'example', openshift: '4.14', ...(parse(yaml) as object) } as Cluster));

test('the commands give the Config to git, and a second run changes nothing', async () => {
  const text = checksOf(cluster('hand'))
    .flatMap(({ commands }) => commands)
    .find(command => command.includes('TAKEOVER'))
    ?.replace('POLL_SECONDS=5', 'POLL_SECONDS=0') as string;
  const api = new FakeApi();
  new FakeOperator(api, 'aws', [20]).bootstrap();
  const run = () => runJob(byHand(text), 'registry-takeover', api);
  const { status, output } = await run();
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toMatch(/the registry's Config matches git\n$/);
  expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
  expect(api.spec(CONFIG)).toMatchObject({ replicas: 1, rolloutStrategy: 'Recreate' });
  expect(api.owners(CONFIG, 'storage')).toEqual([]);
  const writes = api.writes.length;
  expect((await run()).status).toBe(0);
  expect(api.writes.length).toBe(writes);
});

/** The Job with its rights, but with this text as what it runs. */
const byHand = (text: string): readonly AnyManifest[] =>
  objectsOf(cluster('job')).map(object => {
    if (object.kind !== 'Job') return object;
    const [container] = object.spec.template.spec.containers;
    const own = { ...container, command: ['/bin/bash', '-c', text], env: [] };
    const spec = { ...object.spec.template.spec, containers: [own] };
    return { ...object, spec: { ...object.spec, template: { spec } } };
  });

test('there is a look before and a look after', () => {
  expect(checksOf(cluster('hand')).map(({ where, good }) => [where, good.split(/[.,:]/)[0]])).toEqual([
    ['takeover', 'the current storage'],
    ['takeover', 'ends with'],
    ['takeover', 'only pvc'],
  ]);
});

test('our own Job needs none of it', () => {
  expect(checksOf(cluster('job'))).toEqual([]);
});

test('when it is done, what the Job left is deleted; a namespace with another Job stays', () => {
  const odf =
    '{platform: aws, baseDomain: a.example.com, takeOver: {by: none}, credentials: {bucketClaim: {job: {}}}, storage: {odf: {noobaa: {bucketName: registry}}}}';
  expect(checksOf(cluster('none')).flatMap(({ commands }) => commands)).toEqual([
    'oc delete clusterrolebinding,clusterrole registry-takeover --ignore-not-found',
    'oc delete namespace registry-bootstrap --ignore-not-found',
  ]);
  expect(checksOf(odf)[0]?.commands[1]).toBe(
    'oc delete serviceaccount,configmap registry-takeover -n registry-bootstrap --ignore-not-found',
  );
});
