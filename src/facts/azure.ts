/** Azure: its clouds, and the forms of names. */

/**
 * Clouds the operator knows; the first is meant where none is named. Upper and lower case are the same to it.
 *
 * @see Azure/go-autorest autorest/azure/environments.go
 * @see openshift/cluster-image-registry-operator pkg/storage/azure/azurestackcloud.go
 */
export const AZURE_CLOUDS = [
  'AzurePublicCloud',
  'AzureUSGovernmentCloud',
  'AzureChinaCloud',
  'AzureGermanCloud',
  'AzureStackCloud',
] as const;

/** The name of the cloud as the table spells it; any other text as it is. */
export const canonicalCloud = (name: string): string => knownCloud(name) ?? name;

/** Whether the operator knows the cloud. */
export const isKnownCloud = (name: string): boolean => knownCloud(name) !== undefined;

const knownCloud = (name: string): string | undefined =>
  AZURE_CLOUDS.find(cloud => cloud.toLowerCase() === name.toLowerCase());

/** The form of a name, and the same in words. */
export interface NameForm {
  readonly pattern: RegExp;
  readonly words: string;
}

/**
 * Names within `networkAccess.internal`, as the API server checks them.
 *
 * @see openshift/api imageregistry/v1 AzureNetworkAccessInternal
 */
export const AZURE_NETWORK_NAMES = {
  networkResourceGroupName: {
    pattern: /^(?=.{1,90}$)[\w.-]*[\w-]$/,
    words: '1 to 90 letters, digits, dots, dashes and underscores, without a dot at the end',
  },
  vnetName: {
    pattern: /^(?=.{2,64}$)[0-9A-Za-z][\w.-]*\w$/,
    words: '2 to 64 letters, digits, dots, dashes and underscores, with a letter or digit first',
  },
  subnetName: {
    pattern: /^(?=.{1,80}$)[0-9A-Za-z](?:[\w.-]*\w)?$/,
    words: '1 to 80 letters, digits, dots, dashes and underscores, with a letter or digit first',
  },
  privateEndpointName: {
    pattern: /^(?=.{2,64}$)[0-9A-Za-z][\w.-]*\w$/,
    words: '2 to 64 letters, digits, dots, dashes and underscores, with a letter or digit first',
  },
} as const satisfies Readonly<Record<string, NameForm>>;
