import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { scriptJobSpec } from '../../../src/manifests/common/job';

test('a pod with as few rights as a pod can have', () => {
  const chart = new Chart(new App(), 'chart');
  new k8s.KubeJob(chart, 'Job', {
    spec: scriptJobSpec({
      name: 'work',
      image: 'registry.example.com/oc',
      serviceAccountName: 'worker',
      configMap: 'scripts',
      script: 'work.sh',
      env: { WHAT: 'this' },
      deadlineSeconds: 60,
    }),
  });
  const [job] = chart.toJson();
  expect(job.spec).toEqual({
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
            resources: { requests: { cpu: '10m', memory: '64Mi' } },
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
