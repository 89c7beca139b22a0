/** `registry-gitops init`, as data. */

import { PIPELINE_CHOICES, PLATFORM_CHOICES, STORAGE_CHOICES } from '../init/choices';
import type { CommandEntry } from './entry';

export const INIT: CommandEntry = {
  name: 'init',
  does: 'writes a repository of your own: fleet, versions, pipeline, hook',
  about: [
    'It overwrites nothing and asks nothing. What only you know is CHANGE_ME, which check reports until it is replaced; then npm install && npx cdk8s synth writes the manifests.',
    'Without an installation: npx cdk8s-openshift-registry init',
  ],
  words: [{ name: 'DIR', completes: 'folder' }],
  options: [
    {
      name: 'platform',
      value: 'PLATFORM',
      choices: PLATFORM_CHOICES,
      does: 'platform of the first cluster',
      otherwise: 'aws',
    },
    {
      name: 'storage',
      value: 'STORAGE',
      choices: STORAGE_CHOICES,
      does: 'where its images live: a key below storage',
      otherwise: "the cloud's object store, else pvc",
    },
    {
      name: 'argocd',
      value: 'URL',
      does: 'git repository that Argo CD syncs from: adds an ApplicationSet and an AppProject',
      otherwise: 'without Argo CD objects',
    },
    {
      name: 'ci',
      value: 'CI',
      choices: PIPELINE_CHOICES,
      does: 'the system that the pipeline is for',
      otherwise: 'github',
    },
    { name: 'test', does: 'also writes a jest test that compares the manifests with a snapshot' },
    {
      name: 'package',
      value: 'SPEC',
      does: 'what npm installs this package from: a version, a URL, or a packed file, which is copied into the repository',
      otherwise: 'this version',
    },
  ],
  examples: [
    { line: 'registry-gitops init registry --platform vsphere', does: 'a new folder, with a volume for the images' },
    {
      line: 'registry-gitops init --platform baremetal --storage odf.noobaa --ci gitlab --argocd https://git.example.com/registry.git',
      does: 'this folder, for Data Foundation, GitLab and Argo CD',
    },
  ],
  load: () => (require('../init/init') as typeof import('../init/init')).initCommand,
};
