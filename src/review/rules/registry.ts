/** The rest of `Config.spec`: pods, limits, routes. */

import { parseDuration } from '../../values/duration';
import { textAt } from '../compare/paths';
import { type FieldChange, OPERATOR, type RuleTable } from './rule';

const CONFIG = ['Config'];
const PODS = `${OPERATOR}:pkg/resource/podtemplatespec.go makePodTemplateSpec`;

const spec = (...keys: readonly string[]): string[] => keys.map(key => `spec.${key}`);
const isOn = (value: unknown): boolean => value === true;
const count = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const isLost = ({ before, after }: FieldChange): boolean => before !== undefined && after === undefined;

/** Whether the operator owns the storage, by git or by default. */
const ownsStorage = ({ now, old }: FieldChange): boolean =>
  textAt(now?.value, 'spec', 'storage', 'managementState') !== 'Unmanaged' ||
  textAt(old?.value, 'spec', 'storage', 'managementState') === 'Managed';

const inCluster = ({ now, old }: FieldChange): boolean =>
  /\.svc(\.|:|\/|$)/.test(textAt(now?.value ?? old?.value, 'spec', 'storage', 's3', 'regionEndpoint') ?? '');

export const REGISTRY: RuleTable = {
  fields: [
    {
      ...{ code: 'registry-removed-with-images', risk: 'data-loss', kinds: CONFIG, paths: spec('managementState') },
      when: change => change.after === 'Removed' && ownsStorage(change),
      why: 'Removed deletes the storage with every image, because the operator owns it; a failure is not reported',
      source: `${OPERATOR}:pkg/resource/generator.go Remove`,
    },
    {
      ...{ code: 'registry-removed', risk: 'outage', kinds: CONFIG, paths: spec('managementState') },
      when: ({ after }) => after === 'Removed',
      why: 'the operator deletes the registry and its routes; builds, pushes and pulls fail until it is Managed again',
      source: `${OPERATOR}:pkg/resource/generator.go Remove`,
    },
    {
      ...{ code: 'registry-unmanaged', risk: 'stuck', kinds: CONFIG, paths: spec('managementState') },
      when: ({ after }) => after !== 'Managed' && after !== 'Removed',
      why: 'the operator ignores the Config: changes in git are synced but have no effect',
      source: `${OPERATOR}:pkg/operator/controller.go sync`,
    },
    {
      ...{ code: 'registry-managed', risk: 'rollout', kinds: CONFIG, paths: spec('managementState') },
      when: ({ after }) => after === 'Managed',
      why: 'the operator runs the registry by the Config',
      source: `${OPERATOR}:pkg/operator/controller.go sync`,
    },
    {
      ...{ code: 'no-replicas', risk: 'outage', kinds: CONFIG, paths: spec('replicas') },
      when: ({ after }) => count(after) === 0 || after === undefined,
      why: 'no pod serves images, and the API server refuses a Deployment with RollingUpdate; without the field it refuses the Config',
      source: `${OPERATOR}:pkg/resource/deployment.go`,
    },
    {
      ...{ code: 'replicas-anti-affinity', risk: 'rollout', kinds: CONFIG, paths: spec('replicas') },
      when: ({ before, after }) => count(before) === 2 || count(after) === 2,
      why: 'with exactly two replicas the operator adds an anti-affinity rule for two nodes: it is added or removed, and the pods are replaced',
      source: PODS,
    },
    {
      ...{ code: 'single-replica', risk: 'rollout', kinds: CONFIG, paths: spec('replicas') },
      when: ({ before, after }) => count(after) === 1 && count(before) > 1,
      why: 'one pod is left: the registry is down whenever its node is drained',
      source: `${OPERATOR}:pkg/resource/poddisruptionbudget.go`,
    },
    {
      ...{ code: 'scaled', risk: 'safe', kinds: CONFIG, paths: spec('replicas') },
      when: ({ before, after }) => count(after) > 1 && count(before) > 0,
      why: 'the Deployment is scaled; running pods stay',
      source: `${OPERATOR}:pkg/resource/deployment.go`,
    },
    {
      ...{ code: 'first-replicas', risk: 'rollout', kinds: CONFIG, paths: spec('replicas') },
      when: ({ before, after }) => count(after) > 0 && !(count(before) > 0),
      why: 'pods of the registry start',
      source: `${OPERATOR}:pkg/resource/deployment.go`,
    },
    {
      ...{ code: 'rollout-strategy', risk: 'rollout', kinds: CONFIG, paths: spec('rolloutStrategy') },
      why: 'pods are replaced in another way: with Recreate the registry is down during every rollout',
      source: `${OPERATOR}:pkg/resource/deployment.go`,
    },
    {
      ...{ code: 'read-only', risk: 'outage', kinds: CONFIG, paths: spec('readOnly') },
      when: ({ after }) => isOn(after),
      why: 'pushes, builds and pruning are refused',
      source: PODS,
    },
    {
      ...{ code: 'redirect-into-cluster', risk: 'outage', kinds: CONFIG, paths: spec('disableRedirect') },
      when: change => !isOn(change.after) && inCluster(change),
      why: 'clients are redirected to an endpoint inside the cluster, which nodes cannot resolve: pulls fail',
      source: 'openshift/cluster-dns-operator:pkg/operator/controller, node resolver',
    },
    {
      ...{ code: 'unreadable-duration', risk: 'stuck', kinds: ['Config', 'ImagePruner'] },
      paths: spec(
        'requests.read.maxWaitInQueue',
        'requests.write.maxWaitInQueue',
        'storage.s3.cloudFront.duration',
        'keepYoungerThanDuration',
      ),
      when: ({ after }) => typeof after === 'string' && parseDuration(after) === undefined,
      why: 'the API server accepts the value, but Go cannot read it: the operator can no longer list the kind, and its status freezes',
      source: 'k8s.io/apimachinery metav1.Duration; seen on the operator',
    },
    {
      ...{ code: 'route-added', risk: 'exposure', kinds: CONFIG, paths: spec('routes.**', 'defaultRoute') },
      when: change => !isLost(change),
      why: 'the registry can be reached from outside the cluster under this name, or with this certificate',
      source: `${OPERATOR}:pkg/resource/route.go`,
    },
    {
      ...{ code: 'route-gone', risk: 'outage', kinds: CONFIG },
      paths: spec('routes', 'routes.*', 'routes.*.name', 'routes.*.hostname', 'defaultRoute'),
      when: ({ before, after }) => before !== undefined && before !== false && (after === undefined || before !== true),
      why: 'clients that use this name no longer reach the registry',
      source: `${OPERATOR}:pkg/resource/generator.go removeObsoleteRoutes`,
    },
    {
      ...{ code: 'route-certificate-gone', risk: 'exposure', kinds: CONFIG, paths: spec('routes.*.secretName') },
      why: 'the route uses the certificate of another Secret or of the router: clients that trust only the old one refuse it',
      source: `${OPERATOR}:pkg/resource/route.go`,
    },
    {
      ...{ code: 'http-secret', risk: 'rollout', kinds: CONFIG, paths: spec('httpSecret') },
      why: 'a credential of the registry is in git, and all pods restart',
      source: `${OPERATOR}:pkg/operator/complete.go applyDefaults`,
    },
    {
      ...{ code: 'registry-pods', risk: 'rollout', kinds: CONFIG },
      paths: spec(
        'readOnly',
        'disableRedirect',
        'logLevel',
        'logging',
        'proxy.**',
        'requests.**',
        'resources.**',
        'nodeSelector.**',
        'tolerations.**',
        'affinity.**',
        'topologySpreadConstraints.**',
        'observedConfig.**',
        'unsupportedConfigOverrides.**',
      ),
      why: 'the pods of the registry are replaced; if the new ones cannot be scheduled, the old ones stay and the rollout times out',
      source: PODS,
    },
    {
      ...{ code: 'operator-log', risk: 'safe', kinds: CONFIG, paths: spec('operatorLogLevel') },
      why: 'only the log of the operator changes',
      source: `${OPERATOR}:pkg/operator/loglevel`,
    },
  ],
  otherwise: [
    {
      ...{ code: 'registry-unknown', risk: 'orphan', kinds: CONFIG, paths: ['spec.**'] },
      why: 'this field is unknown: nothing proves that the registry keeps its images',
      source: 'the API of the operator, openshift/api:imageregistry/v1',
    },
  ],
};
