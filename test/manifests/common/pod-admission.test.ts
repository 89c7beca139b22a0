/** Every version takes every Job of ours: its API knows the fields, and its default constraints admit the pod. */

import { DEFAULT_SCCS } from '../../../src/facts/pods';
import { OPENSHIFT_VERSIONS } from '../../../src/facts/versions';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';
import { refusals } from '../../support/pod-admission';

const JOBS = `
  jobs:
    nodeSelector: {node-role.kubernetes.io/infra: ""}
    tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists, effect: NoSchedule}]
    imagePullSecrets: [{name: mirror}]
    ttlSecondsAfterFinished: 3600`;

/** Another backend than the platform's own, so that there is a takeover. */
const takeover = (version: string): string => `
  platform: aws
  openshift: "${version}"
  storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}${JOBS}`;

const bucketKeys = (version: string): string => `
  platform: baremetal
  openshift: "${version}"
  baseDomain: example.com
  storage: {odf: {noobaa: {bucketName: registry}}}
  credentials: {bucketClaim: {job: {}}}${JOBS}`;

/** All Jobs and CronJobs of a cluster, each with the pod security level of its namespace. */
function workloads(cluster: string): readonly (readonly [AnyManifest, string | undefined])[] {
  const objects = objectsOf(cluster);
  const levelOf = (namespace: string): string | undefined => {
    const { labels } = objectOf(objects, 'Namespace', namespace).metadata as unknown as {
      readonly labels: Record<string, string>;
    };
    return labels['pod-security.kubernetes.io/enforce'];
  };
  return objects
    .filter(({ kind }) => kind === 'Job' || kind === 'CronJob')
    .map(object => [object, levelOf(object.metadata.namespace as string)]);
}

describe.each(OPENSHIFT_VERSIONS)('OpenShift %s', version => {
  test.each([
    ['the takeover', takeover, ['Job']],
    ['the keys of a bucket claim', bucketKeys, ['Job', 'CronJob']],
  ])('%s', (_title, cluster, kinds) => {
    const found = workloads(cluster(version));
    expect(found.map(([{ kind }]) => kind).sort()).toEqual([...kinds].sort());
    for (const [object, level] of found)
      expect([object.kind, refusals(object, level, version)]).toEqual([object.kind, []]);
  });
});

describe('the admission refuses', () => {
  const [[job, level]] = workloads(takeover('4.14')) as [readonly [AnyManifest, string]];

  test.each(['4.5', '4.10'])('a Job of 4.14 on %s', version => {
    expect(refusals(job, level, version)).toContain('restricted: seccomp RuntimeDefault may not be set');
  });

  test('fields and APIs that a version does not have', () => {
    expect(refusals(job, level, '4.5')).toContain(
      'field template.spec.securityContext.seccompProfile.type is not known',
    );
    expect(refusals(job, level, '4.7')).toContain('field ttlSecondsAfterFinished is not known');
  });

  test('a Job of 4.10 in a namespace that asks for the restricted level, and a CronJob of 4.7 on 4.12', () => {
    const [[older]] = workloads(takeover('4.10')) as [readonly [AnyManifest, string]];
    expect(refusals(older, 'restricted', '4.10')).toEqual(['restricted: a seccomp profile is needed']);
    const cronJob = workloads(bucketKeys('4.7')).find(([{ kind }]) => kind === 'CronJob')?.[0] as AnyManifest;
    expect(refusals(cronJob, undefined, '4.12')).toContain('batch/v1beta1 is not served');
  });
});

test('every Job is a hook, so that one the cluster deletes after a time is no difference to Argo CD', () => {
  const jobs = [takeover('4.14'), bucketKeys('4.14')].flatMap(workloads).filter(([{ kind }]) => kind === 'Job');
  expect(jobs).toHaveLength(2);
  for (const [{ metadata, spec }] of jobs) {
    const { annotations } = metadata as unknown as { readonly annotations: Record<string, string> };
    expect(annotations).toHaveProperty(['argocd.argoproj.io/hook'], 'Sync');
    expect(spec.ttlSecondsAfterFinished).toBe(3600);
  }
});

test('the constraints are listed from the newest to the oldest version', () => {
  expect(DEFAULT_SCCS.map(({ since }) => since)).toEqual(['4.11', '4.3']);
});
