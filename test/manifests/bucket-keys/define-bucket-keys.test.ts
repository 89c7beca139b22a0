import { parse } from 'yaml';
import { type AnyManifest, objectOf, objectsOf, runCluster } from '../../support/fleet';
import { ownErrors } from '../../support/own-schema';

const cluster = (odf: string, bucketClaim: string, more = ''): readonly AnyManifest[] =>
  objectsOf(`
    platform: baremetal
    baseDomain: prod.example.com
    storage: {odf: {noobaa: {bucketName: registry, ${odf}}}}
    credentials: {bucketClaim: ${bucketClaim}}
    ${more}`);

const annotations = ({ metadata }: AnyManifest): Record<string, string> =>
  (metadata as unknown as { annotations: Record<string, string> }).annotations;

describe('externalSecret', () => {
  const objects = cluster('claimNamespace: openshift-storage, trustedCA: {configMap: ca}', '{externalSecret: {}}');

  test("may read the one Secret, in the claim's namespace", () => {
    const role = objectOf(objects, 'Role');
    expect([role.metadata.namespace, role.rules]).toEqual([
      'openshift-storage',
      [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['image-registry-bucket'], verbs: ['get'] }],
    ]);
    const { metadata, roleRef, subjects } = objectOf(objects, 'RoleBinding');
    expect(metadata.namespace).toBe('openshift-storage');
    expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'registry-bucket-reader' });
    expect(subjects).toEqual([
      { kind: 'ServiceAccount', name: 'registry-bucket-reader', namespace: 'openshift-image-registry' },
    ]);
    expect(objectOf(objects, 'ServiceAccount').metadata.namespace).toBe('openshift-image-registry');
  });

  test("reads through the API server, and gives the keys the operator's names", () => {
    const store = objectOf(objects, 'SecretStore');
    expect(store.metadata.namespace).toBe('openshift-image-registry');
    expect(store.spec).toEqual({
      provider: {
        kubernetes: {
          remoteNamespace: 'openshift-storage',
          server: { caProvider: { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt' } },
          auth: { serviceAccount: { name: 'registry-bucket-reader' } },
        },
      },
    });
    const secret = objectOf(objects, 'ExternalSecret');
    expect(secret.metadata).toMatchObject({
      name: 'image-registry-private-configuration-user',
      namespace: 'openshift-image-registry',
    });
    expect(secret.spec).toEqual({
      refreshInterval: '5m0s',
      secretStoreRef: { kind: 'SecretStore', name: 'registry-bucket-reader' },
      target: { name: 'image-registry-private-configuration-user', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: [
        {
          secretKey: 'REGISTRY_STORAGE_S3_ACCESSKEY',
          remoteRef: { key: 'image-registry-bucket', property: 'AWS_ACCESS_KEY_ID' },
        },
        {
          secretKey: 'REGISTRY_STORAGE_S3_SECRETKEY',
          remoteRef: { key: 'image-registry-bucket', property: 'AWS_SECRET_ACCESS_KEY' },
        },
      ],
    });
  });
});

describe('job', () => {
  const objects = cluster('trustedCA: {ingressCA: true}', '{job: {schedule: "@hourly"}}');

  test('has a namespace of its own, and nothing of it runs beside the registry', () => {
    expect(objectOf(objects, 'Namespace').metadata.name).toBe('registry-bootstrap');
    const workloads = objects.filter(({ kind }) => kind === 'Job' || kind === 'CronJob');
    expect(workloads.map(({ metadata }) => metadata.namespace)).toEqual(['registry-bootstrap', 'registry-bootstrap']);
  });

  test('runs at each sync, after the claim and before the registry', () => {
    const wave = (object: AnyManifest): number => Number(annotations(object)['argocd.argoproj.io/sync-wave']);
    const job = objectOf(objects, 'Job');
    expect(annotations(job)).toMatchObject({
      'argocd.argoproj.io/hook': 'Sync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    });
    const waves = ['Namespace', 'ServiceAccount', 'ObjectBucketClaim', 'Job', 'Config'].map(kind =>
      wave(objectOf(objects, kind)),
    );
    expect(waves).toEqual([...waves].sort((a, b) => a - b));
    expect(new Set(waves).size).toBe(waves.length);
  });

  test('and by the clock, because hooks do not run when Argo CD heals', () => {
    const cron = objectOf(objects, 'CronJob');
    expect(cron.spec).toMatchObject({ schedule: '@hourly', concurrencyPolicy: 'Forbid' });
    expect(cron.spec.jobTemplate.spec).toEqual(objectOf(objects, 'Job').spec);
    expect(annotations(cron)).not.toHaveProperty(['argocd.argoproj.io/hook']);
  });

  test('its own image, else that of the cluster, else of the OpenShift version', () => {
    const image = (bucketClaim: string, more = ''): string =>
      objectOf(cluster('trustedCA: {ingressCA: true}', bucketClaim, more), 'Job').spec.template.spec.containers[0]
        .image;
    expect(image('{job: {image: mine}}', 'cliImage: ours')).toBe('mine');
    expect(image('{job: {}}', 'cliImage: ours')).toBe('ours');
    expect(image('{job: {}}')).toBe('registry.redhat.io/openshift4/ose-cli:v4.14');
  });

  test('shares its namespace with a takeover, which is made once', () => {
    const both = objectsOf(`
      platform: aws
      baseDomain: prod.example.com
      storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}
      credentials: {bucketClaim: {job: {namespace: jobs}}}`);
    expect(both.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name)).toEqual(['jobs']);
    const jobs = both
      .filter(({ kind }) => kind === 'Job')
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(jobs).toEqual(['jobs/registry-bucket-keys', 'jobs/registry-takeover']);
  });
});

describe('acm', () => {
  const objects = cluster('trustedCA: {ingressCA: true}', '{acm: {namespace: policies}}');
  const policy = objectOf(objects, 'ConfigurationPolicy');

  test('enforces and never prunes, as soon as something changes', () => {
    const { 'object-templates-raw': _, ...spec } = policy.spec;
    expect(spec).toEqual({
      remediationAction: 'Enforce',
      severity: 'high',
      pruneObjectBehavior: 'None',
      evaluationInterval: { compliant: 'watch', noncompliant: 'watch' },
    });
    expect(policy.metadata.namespace).toBe('policies');
    expect(ownErrors(policy, '4.14')).toEqual([]);
  });

  test("goes to the managed cluster's own namespace, where none is named", () => {
    const own = objectOf(cluster('trustedCA: {configMap: ca}', '{acm: {}}'), 'ConfigurationPolicy');
    expect(own.metadata.namespace).toBe('example');
  });

  test('its templates are filled in on the managed cluster, once the claim is bound', () => {
    const raw: string = policy.spec['object-templates-raw'];
    expect(raw).not.toMatch(/\{\{-?\s*hub/);
    expect(raw).toContain(
      'lookup "objectbucket.io/v1alpha1" "ObjectBucketClaim" "openshift-image-registry" "image-registry-bucket"',
    );
    expect(raw).toContain('| default "") "Bound" }}');
  });

  test('what is left without the templates is the objects', () => {
    const raw: string = policy.spec['object-templates-raw'];
    const rendered = raw
      .replace(/\{\{-[^}]*\}\}\n/g, '')
      .replace(/\{\{ (fromSecret|fromConfigMap) ([^}]*?) ?(\| autoindent )?\}\}/g, '<$1 $2>');
    expect(parse(rendered)).toEqual([
      {
        complianceType: 'musthave',
        objectDefinition: {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'image-registry-private-configuration-user', namespace: 'openshift-image-registry' },
          type: 'Opaque',
          data: {
            REGISTRY_STORAGE_S3_ACCESSKEY:
              '<fromSecret "openshift-image-registry" "image-registry-bucket" "AWS_ACCESS_KEY_ID">',
            REGISTRY_STORAGE_S3_SECRETKEY:
              '<fromSecret "openshift-image-registry" "image-registry-bucket" "AWS_SECRET_ACCESS_KEY">',
          },
        },
      },
      {
        complianceType: 'musthave',
        objectDefinition: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'image-registry-s3-bundle', namespace: 'openshift-config' },
          data: {
            'ca-bundle.crt': '<fromConfigMap "openshift-config-managed" "default-ingress-cert" "ca-bundle.crt">\n',
          },
        },
      },
    ]);
  });

  test('a generated name goes into the Config, which git leaves without one', () => {
    const generated = objectsOf(`
      platform: baremetal
      baseDomain: prod.example.com
      storage: {odf: {noobaa: {generateBucketName: registry, trustedCA: {ingressCA: true}}}}
      credentials: {bucketClaim: {acm: {namespace: example}}}`);
    const raw: string = objectOf(generated, 'ConfigurationPolicy').spec['object-templates-raw'];
    expect(raw).toContain(
      `bucket: '{{ fromConfigMap "openshift-image-registry" "image-registry-bucket" "BUCKET_NAME" }}'`,
    );
    expect(objectOf(generated, 'Config').spec.storage.s3).not.toHaveProperty('bucket');
  });

  test('with a placement the cluster itself gets no policy', () => {
    const { manifests } = runCluster(`
      platform: baremetal
      baseDomain: prod.example.com
      storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}
      credentials: {bucketClaim: {acm: {namespace: hub, placement: {}}}}`);
    expect(manifests.example?.map(({ kind }) => kind)).not.toContain('ConfigurationPolicy');
  });
});
