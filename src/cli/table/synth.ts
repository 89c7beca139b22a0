/** `registry-gitops synth`, as data. */

import type { CommandEntry } from './entry';
import { AGAINST, CLUSTER, FILE, FLEET_WORD, INFO, OUTPUT, SEVERITY } from './shared';

export const SYNTH: CommandEntry = {
  name: 'synth',
  does: 'writes the manifests: the same output as npx cdk8s synth, starting faster, and swapped into place at the end',
  about: [
    'Nothing is written where there is an error. With --cluster, only errors of these clusters count, and what all clusters share (dist/argocd, dist/hub) stays as it is.',
    'With --shard, the runs 1/N to N/N make the output together, each in a folder of its own. Every run checks the whole fleet and writes its share of the clusters; the first also writes the lock and what all clusters share. Copied into one folder, their files are those of a run without --shard. A folder that holds what another shard writes is refused.',
  ],
  words: [FLEET_WORD],
  options: [
    FILE,
    OUTPUT,
    CLUSTER,
    {
      name: 'shard',
      value: 'I/N',
      does: 'only the I-th of N parts, for a very large fleet in as many jobs of a pipeline; not with --cluster, --stdout or --plugin',
      otherwise: 'the whole fleet',
    },
    { name: 'check', does: 'writes nothing; fails if the output folder is not what the fleet gives' },
    AGAINST,
    {
      name: 'stdout',
      does: 'writes one YAML stream to standard output instead, in an order that oc apply -f - takes; one cluster, unless --all',
    },
    { name: 'all', does: 'with --stdout: all clusters in one stream' },
    {
      name: 'plugin',
      does: 'the same as --stdout, for a configuration that others write: reads no file outside the folder of the fleet file, and makes plain Secrets only with REGISTRY_PLUGIN_SECRETS=true',
    },
    {
      name: 'no-cache',
      does: 'neither reads nor writes the cache (~/.cache/registry-gitops, or in $XDG_CACHE_HOME), which makes a run fast in which nothing changed, or only some files; the output is the same. With --stdout, --plugin, --cluster, --shard or --against there is no cache, and the option changes nothing',
    },
    SEVERITY,
    INFO,
  ],
  excludes: [
    ['check', 'stdout', 'plugin'],
    ['info', 'severity'],
  ],
  needs: [
    { option: 'against', other: 'check' },
    { option: 'all', other: 'stdout' },
  ],
  examples: [
    { line: 'registry-gitops synth', does: 'all clusters of fleet.yaml into dist/' },
    { line: 'registry-gitops synth --cluster plant-7', does: 'one cluster, the others stay as they are' },
    { line: 'registry-gitops synth --check --against origin/main', does: 'in a pipeline: is dist/ up to date?' },
    { line: 'registry-gitops synth --shard 2/3 -o dist-2', does: 'the second of three jobs of a pipeline' },
    { line: 'registry-gitops synth --cluster plant-7 --stdout | oc apply -f -', does: 'without Argo CD' },
  ],
  load: () => (require('../synth') as typeof import('../synth')).synth,
};
