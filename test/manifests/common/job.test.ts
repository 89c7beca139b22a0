import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { defineCronJob, scriptJobSpec } from '../../../src/manifests/common/job';
import type { JobsModel } from '../../../src/model/jobs';
import type { AnyManifest } from '../../support/fleet';

const POD = {
  name: 'work',
  serviceAccountName: 'worker',
  configMap: 'scripts',
  script: 'work.sh',
  env: { WHAT: 'this' },
  deadlineSeconds: 60,
};

const JOBS: JobsModel = {
  namespace: 'jobs',
  image: 'registry.example.com/oc',
  imagePullSecrets: [],
  resources: { limits: { memory: '256Mi' }, requests: { cpu: '10m' } },
};

/** The spec as it is written. */
function specOf(jobs: Partial<JobsModel> = {}, openshift = '4.14') {
  const chart = new Chart(new App(), 'chart');
  new k8s.KubeJob(chart, 'Job', { spec: scriptJobSpec(POD, { ...JOBS, ...jobs }, openshift) });
  return chart.toJson()[0].spec;
}

test('a pod with as few rights as a pod can have', () => {
  expect(specOf()).toEqual({
    backoffLimit: 4,
    activeDeadlineSeconds: 60,
    template: {
      spec: {
        restartPolicy: 'Never',
        serviceAccountName: 'worker',
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'work',
            image: 'registry.example.com/oc',
            imagePullPolicy: 'IfNotPresent',
            command: ['/bin/bash', '/opt/registry/work.sh'],
            env: [
              { name: 'HOME', value: '/tmp' },
              { name: 'WHAT', value: 'this' },
            ],
            resources: { limits: { memory: '256Mi' }, requests: { cpu: '10m' } },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              readOnlyRootFilesystem: true,
            },
            volumeMounts: [
              { name: 'script', mountPath: '/opt/registry', readOnly: true },
              { name: 'tmp', mountPath: '/tmp' },
            ],
          },
        ],
        volumes: [
          { name: 'script', configMap: { name: 'scripts' } },
          { name: 'tmp', emptyDir: {} },
        ],
      },
    },
  });
});

test('what all Jobs are told', () => {
  const tolerations = [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' as const }];
  const nodeSelector = { 'node-role.kubernetes.io/infra': '' };
  const { template, ttlSecondsAfterFinished } = specOf({
    nodeSelector,
    tolerations,
    imagePullSecrets: ['mirror'],
    resources: {},
    ttlSecondsAfterFinished: 600,
  });
  expect(template.spec).toMatchObject({ nodeSelector, tolerations, imagePullSecrets: [{ name: 'mirror' }] });
  expect(template.spec.containers[0].resources).toEqual({});
  expect(ttlSecondsAfterFinished).toBe(600);
});

test.each([
  ['4.3', false],
  ['4.10', false],
  ['4.11', true],
])('on %s the pod names a seccomp profile: %s', (version, named) => {
  expect('seccompProfile' in specOf({}, version).template.spec.securityContext).toBe(named);
});

test.each([
  ['4.7', 'batch/v1beta1'],
  ['4.8', 'batch/v1'],
])('on %s a CronJob is of %s', (version, apiVersion) => {
  const jobTemplate = { spec: scriptJobSpec(POD, JOBS, version) };
  const props = { metadata: { name: 'work' }, spec: { schedule: '0 0 * * *', jobTemplate } };
  const cronJob = defineCronJob('CronJob', props, version).manifest() as AnyManifest;
  expect(cronJob).toMatchObject({ apiVersion, kind: 'CronJob', metadata: { name: 'work' } });
  expect(cronJob.spec.jobTemplate.spec.template.spec.containers[0].image).toBe('registry.example.com/oc');
});
