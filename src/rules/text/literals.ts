/** Credentials in the place of a name, or of any other text. */

import type { Likelihood } from '../../findings/credential-text';
import type { Hit, Rule, RuleInput } from '../rule';
import { askedText, heldAt } from './asked';
import { inEveryText } from './every-text';

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

type Written = Pick<RuleInput, 'config' | 'textsInOrder'>;

/** Every text that looks like one. */
const suspects = inEveryText(found => {
  const likelihood = askedText(found);
  return likelihood === undefined ? [] : [{ found, likelihood }];
});

const hits = (input: Written, wanted: Likelihood): readonly Hit[] =>
  suspects(input)
    .filter(({ likelihood }) => likelihood === wanted)
    .map(({ found }) => heldAt(found));

const literal = {
  code: 'SECRET_LITERAL',
  severity: 'error',
  acceptable: false,
  title: 'the configuration contains a credential',
  why: 'everyone who can read the repository, or the manifests, can use the credential',
  fix: 'remove it, create a new credential, and write the name of the variable, file or property that holds it',
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
  title: 'a text looks like a credential: long and random, or with user and password before a host',
  why: 'if it is a credential, everyone who can read the repository, or the manifests, can use it',
  fix: 'if it is a credential, remove it and create a new one; if it is not, accept this with a reason',
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
