/** Credentials and certificates, and what creates them. */

import type { FieldChange, RuleTable } from './rule';

const EXTERNAL = ['ExternalSecret'];
const STORE = ['SecretStore', 'ClusterSecretStore'];
const SEALED = ['SealedSecret'];
const SECRET = ['Secret'];
const CERTIFICATE = ['Certificate'];
const ESO = 'https://external-secrets.io/latest/api/externalsecret/';
const SEALED_SOURCE = 'bitnami-labs/sealed-secrets';
const DEPENDENCIES = 'openshift/cluster-image-registry-operator:pkg/operator/dependencies.go';

const isGone = ({ after }: FieldChange): boolean => after === undefined;

export const SECRETS: RuleTable = {
  fields: [
    {
      ...{ code: 'secret-source', risk: 'rollout', kinds: EXTERNAL },
      paths: ['spec.data.**', 'spec.dataFrom.**', 'spec.secretStoreRef.**'],
      when: change => !isGone(change),
      why: 'the Secret comes from another place: if its content differs, the registry restarts; if it is wrong, storage fails',
      source: DEPENDENCIES,
    },
    {
      ...{
        code: 'secret-key-gone',
        risk: 'outage',
        kinds: EXTERNAL,
        paths: ['spec.data.**', 'spec.dataFrom.**'],
        when: isGone,
      },
      why: 'the Secret lacks a key that the operator requires: the operator can no longer configure storage',
      source: 'openshift/cluster-image-registry-operator:pkg/storage',
    },
    {
      ...{ code: 'secret-deleted-with-source', risk: 'outage', kinds: EXTERNAL, paths: ['spec.target.deletionPolicy'] },
      when: ({ after }) => after !== 'Retain',
      why: 'if the secret store loses the value, the Secret is deleted or changed, and the registry loses its storage',
      source: ESO,
    },
    {
      ...{ code: 'secret-kept', risk: 'safe', kinds: EXTERNAL, paths: ['spec.target.deletionPolicy'] },
      when: ({ after }) => after === 'Retain',
      why: 'the Secret stays when its value in the store is deleted',
      source: ESO,
    },
    {
      ...{
        code: 'secret-refresh',
        risk: 'safe',
        kinds: EXTERNAL,
        paths: ['spec.refreshInterval', 'spec.refreshPolicy'],
      },
      why: 'the value is fetched more or less often',
      source: ESO,
    },
    {
      ...{ code: 'secret-store', risk: 'rollout', kinds: STORE, paths: ['spec.**'] },
      why: 'Secrets come from another store, or are read with other permissions; if their content differs, the registry restarts',
      source: ESO,
    },
    {
      ...{ code: 'sealed-value', risk: 'rollout', kinds: SEALED, paths: ['spec.encryptedData.**'] },
      when: change => !isGone(change),
      why: 'the controller updates the Secret, and the registry restarts',
      source: DEPENDENCIES,
    },
    {
      ...{ code: 'secret-value', risk: 'rollout', kinds: SECRET, paths: ['data.**'], when: change => !isGone(change) },
      why: 'pods that use the Secret restart with the new value',
      source: DEPENDENCIES,
    },
    {
      ...{ code: 'secret-value-gone', risk: 'outage', kinds: [...SEALED, ...SECRET] },
      paths: ['spec.encryptedData.**', 'data.**'],
      when: isGone,
      why: 'the Secret loses a key: what needs it fails',
      source: 'openshift/cluster-image-registry-operator:pkg/storage',
    },
    {
      ...{ code: 'secret-type', risk: 'immutable', kinds: SECRET, paths: ['type'] },
      why: 'the type of a Secret cannot be changed',
      source: 'kubernetes/kubernetes:pkg/apis/core/validation ValidateSecretUpdate',
    },
    {
      ...{ code: 'sealed-scope', risk: 'stuck', kinds: SEALED },
      paths: [
        ['metadata', 'annotations', 'sealedsecrets.bitnami.com/cluster-wide'],
        ['metadata', 'annotations', 'sealedsecrets.bitnami.com/namespace-wide'],
      ],
      why: 'the value was sealed for another scope: the controller cannot decrypt it',
      source: SEALED_SOURCE,
    },
    {
      ...{ code: 'certificate-name', risk: 'outage', kinds: CERTIFICATE, paths: ['spec.dnsNames', 'spec.secretName'] },
      when: ({ before, after, path }) =>
        path[1] === 'secretName' ||
        (Array.isArray(before) && before.some(name => !(Array.isArray(after) && after.includes(name)))),
      why: 'the certificate is no longer valid for one of its names, or is in another Secret: clients of the route refuse it',
      source: 'https://cert-manager.io/docs/usage/certificate/',
    },
  ],
  otherwise: [
    {
      ...{ code: 'secret-target', risk: 'outage', kinds: [...EXTERNAL, ...SEALED], paths: ['spec.**'] },
      why: 'the Secret gets another name or form: the registry may no longer find its keys',
      source: ESO,
    },
    {
      ...{ code: 'secret-unknown', risk: 'rollout', kinds: SECRET, paths: ['immutable', 'data.**'] },
      why: 'pods that use the Secret may restart',
      source: DEPENDENCIES,
    },
    {
      ...{ code: 'certificate', risk: 'exposure', kinds: CERTIFICATE, paths: ['spec.**'] },
      why: 'the certificate is issued again: clients that trust only the old issuer refuse it',
      source: 'https://cert-manager.io/docs/usage/certificate/',
    },
  ],
  whole: [
    {
      ...{ code: 'secret-owner-gone', risk: 'outage', kinds: [...EXTERNAL, ...SEALED], action: 'removed' },
      why: 'it owns the Secret, which is deleted with it: whatever uses the Secret loses its credentials',
      source: ESO,
    },
    {
      ...{ code: 'secret-gone', risk: 'outage', kinds: [...SECRET, ...STORE], action: 'removed' },
      why: 'whatever uses it loses its credentials, at once or at the next refresh',
      source: 'openshift/cluster-image-registry-operator:pkg/storage',
    },
    {
      ...{ code: 'certificate-gone', risk: 'exposure', kinds: CERTIFICATE, action: 'removed' },
      why: 'the Secret stays but is no longer renewed: the route serves the old certificate until it expires',
      source: 'https://cert-manager.io/docs/usage/certificate/#cleaning-up-secrets-when-certificates-are-deleted',
    },
    {
      ...{ code: 'credentials-added', risk: 'rollout', kinds: [...EXTERNAL, ...SEALED, ...SECRET], action: 'added' },
      when: ({ object }) => object.name === 'image-registry-private-configuration-user',
      why: "the operator uses this Secret instead of the cluster's credentials as long as it exists: the registry restarts with it",
      source: 'openshift/cluster-image-registry-operator:pkg/storage, GetCredentials',
    },
  ],
};
