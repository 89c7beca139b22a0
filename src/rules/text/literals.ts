/** Credentials that stand where a name, or no secret at all, was expected: in any field there is. */

import { textsOfCluster } from '../../config/texts';
import type { Hit, Rule, RuleInput } from '../rule';
import { askedText, heldAt } from './asked';

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

type Written = Pick<RuleInput, 'config'>;

const hits = (input: Written, likelihood: 'certain' | 'likely'): readonly Hit[] =>
  textsOfCluster(input.config)
    .filter(found => askedText(found) === likelihood)
    .map(heldAt);

const literal = {
  code: 'SECRET_LITERAL',
  severity: 'error',
  acceptable: false,
  title: 'a credential stands in the configuration, in a field that is not for one',
  why: 'everybody who can read the repository, or the manifests made from it, could use it',
  fix: 'take it out, make a new credential, and write the name of the variable, file or property that holds it',
  source: 'schema/fleet.schema.json',
  bad: `${MINIO}
    credentials: {externalSecret: {store: {name: vault}, key: registry, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: AKIAIOSFODNN7EXAMPLE}}}`,
  good: `${MINIO}
    credentials: {externalSecret: {store: {name: vault}, key: registry, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id}}}`,
  check: (input: Written) => hits(input, 'certain'),
} satisfies Rule;

const suspected = {
  code: 'SECRET_SUSPECTED',
  severity: 'error',
  title: 'a text looks like a key: long and random, or with user and password before a host',
  why: 'if it is a credential, everybody who can read the repository, or the manifests made from it, could use it',
  fix: 'if it is one, take it out and make a new one; if it is none, accept this finding with a reason',
  source: 'src/findings/credential-forms.ts',
  bad: `
    platform: aws
    metadata: {annotations: {example.com/note: wJalrXUtnFEMI7K7MDENG7bPxRfiCYEXAMPLEKEY}}`,
  good: `
    platform: aws
    metadata: {annotations: {example.com/note: "made by the platform team"}}`,
  check: (input: Written) => hits(input, 'likely'),
} satisfies Rule;

/** In the order they are listed in the documentation. */
export const TEXT_SECRET_RULES = [literal, suspected] as const;
