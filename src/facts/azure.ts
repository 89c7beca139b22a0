/** Azure: its clouds, and the forms of names. */

/**
 * Clouds the operator knows; the first is meant where none is named.
 *
 * @see Azure/go-autorest autorest/azure/environments.go
 */
export const AZURE_CLOUDS = [
  'AzurePublicCloud',
  'AzureUSGovernmentCloud',
  'AzureChinaCloud',
  'AzureGermanCloud',
] as const;

/** A form and what it is called in words. */
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
