import { parse } from 'yaml';
import {
  ACK_BUCKET_HEALTH,
  AZURE_STORAGE_HEALTH,
  argocdConfigMap,
  CONFIG_HEALTH,
  HEALTH_CHECKS,
  IMAGE_PRUNER_HEALTH,
  OBJECT_BUCKET_CLAIM_HEALTH,
  openshiftGitOpsPatch,
} from '../../src/argocd/health/fragments';
import { type Json, toYaml } from '../../src/output/yaml';
import { objectsOf } from '../support/fleet';
import { committed } from '../support/generated';
import { healthOf } from '../support/lua';
import { ownErrors } from '../support/own-schema';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

const is = (type: string, status: string, reason?: string, message?: string): Condition => ({
  type,
  status,
  ...(reason === undefined ? {} : { reason }),
  ...(message === undefined ? {} : { message }),
});
const object = (conditions: readonly Condition[] | undefined, more: object = {}, spec: object = {}): object => ({
  metadata: { name: 'cluster', generation: 3 },
  spec: { managementState: 'Managed', ...spec },
  status: { observedGeneration: 3, conditions, ...more },
});

const READY = is('Available', 'True', 'Ready', 'The registry is ready');
const SETTLED = is('Progressing', 'False', 'Ready', 'The registry is ready');
const FINE = is('Degraded', 'False', 'AsExpected');
const TWO_TYPES = 'Unable to apply resources: unable to sync storage configuration: exactly one storage type';
const ERROR = is('Progressing', 'True', 'Error', TWO_TYPES);

describe('Config', () => {
  test.each<[string, object, string, string]>([
    ['new, no status', { metadata: { generation: 1 }, spec: {} }, 'Progressing', 'not reported yet'],
    ['no conditions yet', object(undefined), 'Progressing', 'not reported yet'],
    ['healthy', object([READY, SETTLED, FINE]), 'Healthy', 'Ready: The registry is ready'],
    [
      'storage error before there is a Deployment',
      object([is('Available', 'False', 'DeploymentNotFound', 'x'), ERROR, FINE]),
      'Degraded',
      TWO_TYPES,
    ],
    ['storage error while the registry runs on', object([READY, ERROR, FINE]), 'Degraded', `Error: ${TWO_TYPES}`],
    [
      'the same from an older generation',
      object([READY, ERROR, FINE], { observedGeneration: 2 }),
      'Progressing',
      'has not seen the latest change',
    ],
    [
      'degraded in an older generation',
      object([is('Degraded', 'True', 'Unavailable', 'x')], { observedGeneration: 2 }),
      'Progressing',
      'has not seen the latest change',
    ],
    [
      'unavailable for longer than the operator waits',
      object([is('Available', 'False', 'DeploymentNotFound'), is('Degraded', 'True', 'Unavailable', 'no deployment')]),
      'Degraded',
      'Unavailable: no deployment',
    ],
    [
      'permanent error while the registry runs on',
      object([READY, is('Progressing', 'False', 'Error', 'x'), is('Degraded', 'True', 'VerificationFailed', 'bad')]),
      'Degraded',
      'VerificationFailed: bad',
    ],
    [
      'rollout under way',
      object([
        is('Available', 'True', 'MinimumAvailability'),
        is('Progressing', 'True', 'DeploymentNotCompleted', 'x'),
      ]),
      'Progressing',
      'DeploymentNotCompleted',
    ],
    [
      'rollout stuck',
      object([
        is('Available', 'True', 'MinimumAvailability'),
        is('Progressing', 'True', 'DeploymentNotCompleted', 'x'),
        is('Degraded', 'True', 'ProgressDeadlineExceeded', 'timed out'),
      ]),
      'Degraded',
      'ProgressDeadlineExceeded: timed out',
    ],
    [
      'pods not up',
      object([is('Available', 'False', 'NoReplicasAvailable'), SETTLED, FINE]),
      'Progressing',
      'not available yet',
    ],
    [
      'a route that is not admitted',
      object([READY, SETTLED, is('Degraded', 'True', 'RouteDegraded', 'route a not admitted')]),
      'Degraded',
      'route a not admitted',
    ],
    [
      'a trust bundle that is missing',
      object([READY, SETTLED, FINE, is('ImageRegistryCertificatesControllerDegraded', 'True', 'Error', 'no bundle')]),
      'Degraded',
      'no bundle',
    ],
    ['unmanaged', object([READY], {}, { managementState: 'Unmanaged' }), 'Healthy', 'Unmanaged'],
    [
      'unmanaged, and never looked at',
      object(undefined, {}, { managementState: 'Unmanaged' }),
      'Healthy',
      'the operator does nothing',
    ],
    [
      'removed',
      object(
        [
          is('Available', 'True', 'Removed'),
          SETTLED,
          FINE,
          is('Removed', 'True', 'Removed', 'The registry is removed'),
        ],
        {},
        { managementState: 'Removed' },
      ),
      'Healthy',
      'The registry is removed',
    ],
    ['being removed', object([READY, SETTLED], {}, { managementState: 'Removed' }), 'Progressing', 'being removed'],
    [
      'managed again, but still removed',
      object([is('Available', 'True', 'Removed'), is('Removed', 'True')]),
      'Progressing',
      'not available yet',
    ],
    [
      'deleted',
      { metadata: { generation: 3, deletionTimestamp: '2024-01-01T00:00:00Z' }, spec: {}, status: {} },
      'Progressing',
      'removing the registry',
    ],
    ['an operator that reports no generation', object([READY], { observedGeneration: undefined }), 'Healthy', 'ready'],
    ['a condition without texts', object([is('Degraded', 'True')]), 'Degraded', ''],
    ['an empty list of conditions', object([]), 'Progressing', 'not available yet'],
    ['no spec and no status', { metadata: {} }, 'Progressing', 'not reported yet'],
    [
      'conditions that are unknown',
      object([is('Available', 'Unknown'), is('Degraded', 'Unknown')]),
      'Progressing',
      'not',
    ],
    [
      'no state, or one the operator does not know',
      object(
        [is('Available', 'False', 'DeploymentNotFound'), is('Progressing', 'True', 'WaitingForDeployment', 'w')],
        {},
        { managementState: 'Force' },
      ),
      'Progressing',
      'WaitingForDeployment',
    ],
    [
      'no replicas at all',
      object(
        [is('Available', 'False', 'NoReplicasAvailable'), SETTLED, is('Degraded', 'True', 'Unavailable', 'none')],
        {},
        { replicas: 0 },
      ),
      'Degraded',
      'none',
    ],
    [
      'removed, while its Progressing is an error',
      object([is('Removed', 'True', 'Removed'), ERROR], {}, { managementState: 'Removed' }),
      'Degraded',
      TWO_TYPES,
    ],
    [
      'storage conditions alone',
      object([is('StorageExists', 'False', 'NoSuchBucket')]),
      'Progressing',
      'not available',
    ],
  ])('%s', (_name, given, status, message) => {
    const health = healthOf(CONFIG_HEALTH.check(), given);
    expect(health.status).toBe(status);
    expect(health.message).toContain(message);
  });
});

describe('ImagePruner', () => {
  const JOB_FAILED = is('Degraded', 'True', 'JobFailed', 'pod failed');
  const available = is('Available', 'True', 'Ready', 'Pruner CronJob has been created');
  test.each<[string, object, string, string]>([
    ['no status', { metadata: { generation: 1 }, spec: {} }, 'Progressing', 'not reported yet'],
    ['healthy', object([available, is('Scheduled', 'True', 'Scheduled')]), 'Healthy', 'Ready'],
    [
      'suspended',
      object([available, is('Scheduled', 'False', 'Suspended')], {}, { suspend: true }),
      'Healthy',
      'suspended',
    ],
    ['CronJob missing', object([is('Available', 'False', 'Error', 'does not exist')]), 'Progressing', 'does not exist'],
    ['apply error', object([available, is('Degraded', 'True', 'SyncError', 'no')]), 'Degraded', 'SyncError: no'],
    ['last Job failed', object([available, is('Failed', 'True', 'Error', 'pod failed')]), 'Degraded', 'pod failed'],
    ['last Job failed, in the words of the ClusterOperator', object([available, JOB_FAILED]), 'Degraded', 'pod failed'],
    [
      'suspended after a Job failed',
      object([JOB_FAILED, is('Failed', 'True', 'Error', 'pod failed'), available], {}, { suspend: true }),
      'Healthy',
      'suspended; its last Job failed: pod failed',
    ],
    [
      'suspended, and its CronJob cannot be written',
      object([available, is('Degraded', 'True', 'SyncError', 'schedule is invalid')], {}, { suspend: true }),
      'Degraded',
      'schedule is invalid',
    ],
    [
      'suspended, and its CronJob is not there yet',
      object([is('Available', 'False', 'Error', 'does not exist')], {}, { suspend: true }),
      'Progressing',
      'does not exist',
    ],
    [
      'no spec and conditions without texts',
      { metadata: {}, status: { conditions: [is('Available', 'True')] } },
      'Healthy',
      '',
    ],
    ['no conditions in a status', { metadata: {}, spec: {}, status: {} }, 'Progressing', 'not reported yet'],
    ['an empty list of conditions', object([]), 'Progressing', 'not reported yet'],
    [
      'failed in an older generation',
      object([is('Failed', 'True')], { observedGeneration: 2 }),
      'Progressing',
      'latest change',
    ],
  ])('%s', (_name, given, status, message) => {
    const health = healthOf(IMAGE_PRUNER_HEALTH.check(), given);
    expect(health.status).toBe(status);
    expect(health.message).toContain(message);
  });
});

test.each<[object, string]>([
  [{}, 'Progressing'],
  [{ status: {} }, 'Progressing'],
  [{ status: { phase: 'Pending' } }, 'Progressing'],
  [{ status: { phase: 'Released' } }, 'Progressing'],
  [{ status: { phase: 'Bound' } }, 'Healthy'],
  [{ status: { phase: 'Failed' } }, 'Degraded'],
])('ObjectBucketClaim %j is %s', (claim, status) => {
  expect(healthOf(OBJECT_BUCKET_CLAIM_HEALTH.check(), claim)).toEqual({ status, message: expect.stringMatching(/\S/) });
});

describe('Bucket of ACK', () => {
  const bucket = (...conditions: readonly Condition[]): object => ({
    metadata: { generation: 1 },
    status: { conditions },
  });
  const SYNCED = is('ACK.ResourceSynced', 'True', '', 'Resource synced successfully');
  test.each<[string, object, string, string]>([
    ['no status', { metadata: {} }, 'Progressing', 'is its controller running'],
    ['no conditions', { metadata: {}, status: {} }, 'Progressing', 'has not created the bucket'],
    ['synced', bucket(SYNCED), 'Healthy', 'exists'],
    ['synced, and advised', bucket(is('ACK.Advisory', 'True', '', 'look'), SYNCED), 'Healthy', 'exists'],
    ['not synced', bucket(is('ACK.ResourceSynced', 'False', '', 'access denied')), 'Progressing', 'access denied'],
    ['unknown', bucket(is('ACK.ResourceSynced', 'Unknown')), 'Progressing', 'has not created the bucket'],
    [
      'an error that passes',
      bucket(is('ACK.Recoverable', 'True', '', 'expired token'), is('ACK.ResourceSynced', 'False')),
      'Progressing',
      'expired token',
    ],
    [
      'an error that stays',
      bucket(is('ACK.ResourceSynced', 'True'), is('ACK.Terminal', 'True', '', 'BucketAlreadyExists')),
      'Degraded',
      'BucketAlreadyExists',
    ],
    ['an error without a text', bucket(is('ACK.Terminal', 'True')), 'Degraded', 'has stopped'],
    ['an error that is over', bucket(is('ACK.Terminal', 'False'), SYNCED), 'Healthy', 'exists'],
    [
      'deleted',
      { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' }, status: { conditions: [SYNCED] } },
      'Progressing',
      'is releasing',
    ],
  ])('%s', (_name, given, status, message) => {
    const health = healthOf(ACK_BUCKET_HEALTH.check(), given);
    expect(health.status).toBe(status);
    expect(health.message).toContain(message);
  });
});

describe('storage of Azure Service Operator', () => {
  const of = (condition: object): object => ({
    metadata: { generation: 2 },
    status: { conditions: [is('Other', 'True'), { type: 'Ready', observedGeneration: 2, ...condition }] },
  });
  test.each<[string, object, string, string]>([
    ['no status', { metadata: {} }, 'Progressing', 'not reported'],
    ['no conditions', { metadata: {}, status: {} }, 'Progressing', 'not reported'],
    [
      'another condition',
      { metadata: {}, status: { conditions: [is('Other', 'True')] } },
      'Progressing',
      'not reported',
    ],
    ['ready', of({ status: 'True', reason: 'Succeeded' }), 'Healthy', 'exists'],
    ['ready before the last change', of({ status: 'True', observedGeneration: 1 }), 'Progressing', 'latest change'],
    ['ready, of a version without generations', of({ status: 'True', observedGeneration: undefined }), 'Healthy', ''],
    [
      'under way',
      of({ status: 'False', severity: 'Info', reason: 'Reconciling', message: 'at work' }),
      'Progressing',
      'Reconciling: at work',
    ],
    [
      'waiting for its owner',
      of({ status: 'False', severity: 'Warning', reason: 'WaitingForOwner', message: 'none' }),
      'Progressing',
      'WaitingForOwner',
    ],
    [
      'given up',
      of({ status: 'False', severity: 'Error', reason: 'StorageAccountAlreadyTaken', message: 'the name is taken' }),
      'Degraded',
      'StorageAccountAlreadyTaken: the name is taken',
    ],
    ['unknown, without texts', of({ status: 'Unknown' }), 'Progressing', ''],
  ])('%s', (_name, given, status, message) => {
    for (const { check } of AZURE_STORAGE_HEALTH) {
      const health = healthOf(check(), given);
      expect(health.status).toBe(status);
      expect(health.message).toContain(message);
    }
  });

  test('every kind that is emitted has it', () => {
    const kinds = objectsOf(`{platform: azure, credentials: {existingSecret: {}}, storage: {azure: {accountName: acme,
      container: registry, provision: {azureServiceOperator: {resourceGroup: rg, location: westeurope}}}}}`)
      .filter(({ apiVersion }) => apiVersion.startsWith('storage.azure.com/'))
      .map(({ kind }) => kind);
    expect(AZURE_STORAGE_HEALTH.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });
});

describe('files', () => {
  const FILES = {
    'argocd/health-openshift-gitops.yaml': openshiftGitOpsPatch(),
    'argocd/health-argocd-cm.yaml': argocdConfigMap(),
  };

  test.each(Object.entries(FILES))('%s is up to date', (file, content) => {
    const text = `# Made from src/argocd/health: UPDATE_GOLDEN=1 npx jest test/argocd/health\n${toYaml(content as Json)}`;
    expect(committed(file, text)).toBe(text);
    expect(parse(text)).toEqual(content);
  });

  test('the patch is what the API of OpenShift GitOps accepts', () => {
    expect(ownErrors(openshiftGitOpsPatch(), '4.14')).toEqual([]);
  });

  test('both hold every check', () => {
    for (const { check } of HEALTH_CHECKS) {
      expect(JSON.stringify(openshiftGitOpsPatch())).toContain(JSON.stringify(check()));
      expect(Object.values(parse(toYaml(argocdConfigMap() as Json)).data)).toContain(check());
    }
  });
});
