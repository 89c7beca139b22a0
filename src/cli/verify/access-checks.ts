/** Checks of routes, permissions and metrics: login, pull and push. */

import { DEFAULT_ROUTE, INTERNAL_HOSTNAME, REGISTRY_NAMESPACE } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import { quote } from '../../values/shell-word';
import { type Check, present } from './check';

const login = (host: string): string => `oc whoami -t | podman login -u any --password-stdin ${host}`;
const route = (name: string): string => `oc get route ${quote(name)} -n ${REGISTRY_NAMESPACE}`;

/** Every route into the registry. */
export function routeChecks({ registry }: RegistryModel): readonly Check[] {
  if (registry === undefined || registry.managementState === 'Removed') return [];
  return [
    ...(registry.defaultRoute ? defaultRoute() : []),
    ...(registry.routes ?? []).flatMap(({ name, hostname, secretName }) =>
      present(
        { where: 'workstation', good: `HOST/PORT ${hostname}, admitted`, commands: [route(name)] },
        secretName !== undefined && {
          where: 'workstation',
          good: 'type kubernetes.io/tls; a missing Secret does not make the ClusterOperator Degraded',
          commands: [`oc get secret ${quote(secretName)} -n ${REGISTRY_NAMESPACE}`],
        },
        {
          where: 'client',
          good: `a certificate that you trust, issued for ${hostname}; Login Succeeded!`,
          commands: [`curl -v https://${quote(hostname)}/`, login(quote(hostname))],
        },
      ),
    ),
  ];
}

/** The default route has the router's certificate, which a workstation may not trust yet. */
const defaultRoute = (): readonly Check[] => [
  { where: 'workstation', good: 'a host, admitted', commands: [route(DEFAULT_ROUTE)] },
  {
    where: 'client',
    good: 'Login Succeeded! Leave out the middle two commands if you already trust the certificate of the router',
    commands: [
      `HOST=$(${route(DEFAULT_ROUTE)} --template='{{ .spec.host }}')`,
      `oc get secret router-certs-default -n openshift-ingress -o go-template='{{index .data "tls.crt"}}' | base64 -d | sudo tee "/etc/pki/ca-trust/source/anchors/$HOST.crt" > /dev/null`,
      'sudo update-ca-trust enable',
      login('"$HOST"'),
    ],
  },
];

/** What each role allows. */
const RIGHTS = { viewers: 'pull', editors: 'push', imageBuilders: 'push' } as const;

/** Roles in projects, tested from a node, which can resolve the internal name. */
export function accessChecks({ config, access }: RegistryModel): readonly Check[] {
  const entries = (Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).flatMap(right =>
    (config.access?.[right] ?? []).map(({ project }) => ({ project, may: RIGHTS[right] })),
  );
  const [first] = entries;
  return present(
    first && loginOnNode(config.baseDomain ?? 'BASEDOMAIN'),
    ...uniqueBy(entries, ({ project, may }) => `${project} ${may}`).map(({ project, may }) =>
      may === 'push' ? push(project) : pull(project),
    ),
    access !== undefined && access.metrics.length > 0 && METRICS,
  );
}

const loginOnNode = (baseDomain: string): Check => ({
  where: 'node',
  good: 'Login Succeeded! USER is one of the users above; only the token counts, so replace a name with ":" by any other',
  commands: [
    'oc debug nodes/NODE',
    'chroot /host',
    `oc login -u USER https://api-int.${quote(baseDomain)}:6443`,
    `podman login -u USER -p "$(oc whoami -t)" ${INTERNAL_HOSTNAME}`,
  ],
});

const pull = (project: string): Check => ({
  where: 'node',
  good: 'the image is pulled',
  commands: [`podman pull ${INTERNAL_HOSTNAME}/${quote(project)}/IMAGE`],
});

const push = (project: string): Check => ({
  where: 'node',
  good: 'the push is accepted',
  commands: [
    'podman pull REGISTRY/IMAGE',
    `podman tag REGISTRY/IMAGE ${INTERNAL_HOSTNAME}/${quote(project)}/IMAGE`,
    `podman push ${INTERNAL_HOSTNAME}/${quote(project)}/IMAGE`,
  ],
});

const METRICS: Check = {
  where: 'node',
  good: 'series named imageregistry_*; run it as a user who may read metrics',
  commands: [
    `curl --insecure -s -u any:"$(oc whoami -t)" https://${INTERNAL_HOSTNAME}/extensions/v2/metrics | grep imageregistry`,
  ],
};

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
