/** registry.redhat.io, which needs a login. */

import { atLeast } from '../../facts/versions';
import type { Hit, Rule, RuleInput } from '../rule';
import { registriesOf } from './third-party';

/** The registry of Red Hat that needs a login. */
const REDHAT_REGISTRY = 'registry.redhat.io';
/** Secret of the Samples Operator, on 4.3 and 4.4. */
const SAMPLES_SECRET = 'samples-registry-credentials';

const STORE = 'externalSecret: {store: {name: vault}, key: registry}';

const samplesSecret: Rule = {
  code: 'SAMPLES_SECRET_NAME',
  severity: 'error',
  acceptable: false,
  title: "pull credentials have the name of the Samples Operator's own Secret",
  why: 'the Samples Operator creates and overwrites that Secret: two owners overwrite each other, and imports fail in between',
  fix: 'use another secretName, or remove it',
  source: 'openshift/cluster-samples-operator',
  bad: `
    platform: aws
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], secretName: ${SAMPLES_SECRET}, credentials: {${STORE}}}]`,
  good: `
    platform: aws
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {${STORE}}}]`,
  check: input =>
    registriesOf(input)
      .filter(({ entry }) => entry.secretName === SAMPLES_SECRET && entry.namespaces?.includes('openshift'))
      .map(({ path }) => ({
        path: [...path, 'secretName'],
        what: `Secret ${SAMPLES_SECRET} in openshift already belongs to the Samples Operator`,
      })),
};

const ofRedHat = (input: RuleInput) =>
  registriesOf(input).filter(({ entry }) => entry.server === REDHAT_REGISTRY && entry.credentials !== undefined);

const login: Rule = {
  code: 'REDHAT_REGISTRY_LOGIN',
  severity: 'warning',
  title: `the login for ${REDHAT_REGISTRY} may be that of a person`,
  why: 'user name and password of a web account are not supported in production, and stop working when the person leaves',
  fix: 'use the token of a registry service account; its user name looks like 12345678|name',
  source: 'Red Hat, registry authentication',
  bad: `
    platform: aws
    thirdParty:
      - {server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {secret: {env: {password: RH_PASSWORD, username: RH_USER}, allowPlaintext: true}}}`,
  good: `
    platform: aws
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {${STORE}}}]`,
  check: ({ model }) => {
    const hits = (model.pullSecrets ?? []).flatMap((secret): readonly Hit[] => {
      if (secret.mode !== 'secret' || secret.pullServer !== REDHAT_REGISTRY) return [];
      if (/^\d+\|/.test(secret.values.username?.reveal() ?? '') || holdsToken(secret.values)) return [];
      return [{ path: secret.path, what: `the user name for ${REDHAT_REGISTRY} is not that of a service account` }];
    });
    return hits.slice(0, 1);
  },
};

/** Whether a whole configuration file names a service account for the server. */
function holdsToken(values: Readonly<Record<string, { reveal(): string }>>): boolean {
  try {
    const file = JSON.parse(values['.dockerconfigjson']?.reveal() ?? '{}');
    const { auth, username } = file?.auths?.[REDHAT_REGISTRY] ?? {};
    return /^\d+\|/.test(String(username ?? Buffer.from(String(auth ?? ''), 'base64').toString('utf8')));
  } catch {
    return false;
  }
}

const pullSecretServes: Rule = {
  code: 'REDHAT_REGISTRY_PULL_SECRET',
  severity: 'info',
  title: `credentials for ${REDHAT_REGISTRY} may not be needed`,
  why: 'the pull secret of the installation usually has this server, and image import uses it in every namespace',
  fix: 'remove the entry if "oc get secret pull-secret -n openshift-config" has the server; otherwise nothing to do',
  source: 'OpenShift documentation, authentication enabled Red Hat registry',
  bad: `
    platform: aws
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {${STORE}}}]`,
  good: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {${STORE}}}]`,
  check: input =>
    ofRedHat(input)
      .filter(() => atLeast(input.model.openshift, '4.5'))
      .map(({ path }) => ({ path: [...path, 'server'], what: `credentials for ${REDHAT_REGISTRY} may not be needed` })),
};

const bothPlaces: Rule = {
  code: 'REDHAT_REGISTRY_BOTH_PLACES',
  severity: 'warning',
  title: `on OpenShift 4.3 and 4.4 credentials for ${REDHAT_REGISTRY} are needed in two places`,
  why: 'image import reads the Secret in the namespace, nodes read the pull secret of the cluster: with only one of them, images are imported but cannot be pulled',
  fix: 'make sure that openshift-config/pull-secret has the server, or add pullSecret',
  source: 'OpenShift documentation 4.4, authentication enabled Red Hat registry',
  bad: `
    platform: aws
    openshift: "4.4"
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {${STORE}}}]`,
  good: `
    platform: aws
    openshift: "4.4"
    thirdParty: [{server: ${REDHAT_REGISTRY}, namespaces: [openshift], credentials: {${STORE}}}]
    pullSecret: {${STORE}}`,
  check: input =>
    ofRedHat(input)
      .filter(() => !atLeast(input.model.openshift, '4.5') && input.config.pullSecret === undefined)
      .map(({ path }) => ({
        path: [...path, 'server'],
        what: `pullSecret is not set, but nodes of OpenShift ${input.model.openshift} need it for ${REDHAT_REGISTRY}`,
      })),
};

/** In the order they are listed in the documentation. */
export const REDHAT_REGISTRY_RULES: readonly Rule[] = [samplesSecret, login, pullSecretServes, bothPlaces];
