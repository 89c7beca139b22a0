/** Checks of external registries and of the cluster's image settings. */

import type { ThirdPartyRegistry } from '../../config/shape/third-party';
import { CONFIG_NAMESPACE, TRUSTED_CAS_CONFIG_MAP } from '../../facts/names';
import { atLeast } from '../../facts/versions';
import type { ImageModel } from '../../model/image';
import type { RegistryModel } from '../../model/model';
import { quote } from '../../values/shell-word';
import { type Check, present } from './check';

/** The Image of the cluster, trust and mirrors. */
export function imageChecks({ image }: RegistryModel): readonly Check[] {
  if (image === undefined) return [];
  const trusted = image.spec.additionalTrustedCA?.name;
  return present(
    trusted !== undefined && {
      where: 'before',
      good: `nothing, or ${trusted}; if another ConfigMap is named, its certificates are no longer trusted after the sync`,
      commands: [
        'oc get image.config.openshift.io/cluster -o jsonpath=\'{.spec.additionalTrustedCA.name}{"\\n"}\'',
        `oc get configmap PRESENT_NAME -n ${CONFIG_NAMESPACE} -o yaml`,
      ],
    },
    Object.keys(image.spec).length > 0 && {
      where: 'workstation',
      good: 'spec has the settings of fleet.yaml; other fields are unchanged',
      commands: ['oc get image.config.openshift.io/cluster -o yaml'],
    },
    Object.keys(image.trustedCAs).length > 0 && {
      where: 'workstation',
      good: `a key for each registry: ${Object.keys(image.trustedCAs).join(', ')}`,
      commands: [`oc get configmap ${TRUSTED_CAS_CONFIG_MAP} -n ${CONFIG_NAMESPACE} -o yaml`],
    },
    hasMirrors(image) && {
      where: 'workstation',
      good: 'the mirrors of fleet.yaml; every pool UPDATED True, which takes as long as its nodes take to change',
      commands: [MIRROR_COMMANDS[image.mirrorKind], 'oc get machineconfigpools'],
    },
  );
}

const hasMirrors = ({ digestMirrors, tagMirrors }: ImageModel): boolean => digestMirrors.length + tagMirrors.length > 0;

const MIRROR_COMMANDS = {
  mirrorSets: 'oc get imagedigestmirrorsets,imagetagmirrorsets -o yaml',
  contentSourcePolicy: 'oc get imagecontentsourcepolicies -o yaml',
} as const;

/** Every external registry: login, pull, import. */
export function thirdPartyChecks(model: RegistryModel): readonly Check[] {
  return [
    ...(model.pullSecret ? [CLUSTER_PULL_SECRET] : []),
    ...(model.config.thirdParty ?? []).flatMap(registry => checksOf(registry, model)),
    ...(model.pullSecrets ?? []).map(
      ({ name, namespace }): Check => ({
        where: 'workstation',
        good: 'type kubernetes.io/dockerconfigjson; the second command lets pods of that service account pull with it',
        commands: [
          `oc get secret ${quote(name)} -n ${quote(namespace)}`,
          `oc secrets link default ${quote(name)} --for=pull -n ${quote(namespace)}`,
        ],
      }),
    ),
  ];
}

/** Its one key is replaced as a whole. */
const CLUSTER_PULL_SECRET: Check = {
  where: 'workstation',
  good: "the servers that nodes have credentials for: the installer's, and those of fleet.yaml",
  commands: [
    `oc get secret pull-secret -n ${CONFIG_NAMESPACE} -o go-template='{{index .data ".dockerconfigjson"}}' | base64 -d | jq '.auths | keys'`,
  ],
};

const RED_HAT = 'registry.redhat.io';

function checksOf(
  { server, credentials, imageStreams = [] }: ThirdPartyRegistry,
  model: RegistryModel,
): readonly Check[] {
  const images = imageStreams.flatMap(({ tags }) => tags.map(({ from }) => from));
  const [image = `${server}/REPOSITORY`] = images;
  return present(
    {
      where: 'client',
      good: 'the image is pulled',
      commands: [...(credentials ? [`podman login ${quote(server)}`] : []), `podman pull ${quote(image)}`],
    },
    ...imageStreams.map(
      ({ name, namespace }): Check => ({
        where: 'workstation',
        good: 'each tag has an image, and no ImportSuccess=False',
        commands: [`oc import-image ${quote(name)} -n ${quote(namespace)}`],
      }),
    ),
    server === RED_HAT &&
      !atLeast(model.openshift, '4.5') && {
        where: 'workstation',
        good: 'the Samples Operator has created it',
        commands: ['oc get secret samples-registry-credentials -n openshift'],
      },
  );
}
