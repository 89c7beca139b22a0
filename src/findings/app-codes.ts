/** Catalogue rows of what can only be wrong with a program of your own. */

import type { CatalogueEntry } from './catalogue-entry';

export const REGISTRY_TWICE = {
  code: 'REGISTRY_TWICE',
  severity: 'error',
  acceptable: false,
  title: 'two registries of an app share a chart or a file',
  why: 'a cluster has one registry: both create the same objects, and one overwrites or contradicts the other',
  fix: 'give each cluster its own chart, and the app one file or one folder for each chart',
  source: 'cdk8s YamlOutputType',
} as const satisfies CatalogueEntry;

export const FILE_TWICE = {
  code: 'FILE_TWICE',
  severity: 'error',
  acceptable: false,
  title: 'two objects of an app get the same file name',
  why: 'cdk8s names the file by kind and name alone, and silently overwrites the first object with the second',
  fix: 'create the app with yamlOutputType: YamlOutputType.FILE_PER_CHART',
  source: 'cdk8s App.synth',
} as const satisfies CatalogueEntry;

/** Findings of the constructs alone. */
export const APP_CODES: readonly CatalogueEntry[] = [REGISTRY_TWICE, FILE_TWICE];
