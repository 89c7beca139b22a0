/** The files of a new repository. */

import { ownPackage, type PackageJson } from '../own-package';
import type { Pipeline } from './choices';

/** One file to be written. */
export interface NewFile {
  readonly path: string;
  /** Bytes, where it is copied. */
  readonly text: string | Buffer;
  /** Whether it is a program. */
  readonly executable?: boolean;
  /** What it is, in a few words. */
  readonly about: string;
}

/** One that was written for the repository. */
export interface TextFile extends NewFile {
  readonly text: string;
}

/** The choices for the repository. */
export interface RepositoryOptions {
  readonly fleet: string;
  readonly pipeline: Pipeline;
  /** Where npm installs this package from. */
  readonly source: string;
  /** Whether to add a test that compares the manifests of the fleet with a snapshot. */
  readonly snapshotTest: boolean;
}

/** The pipeline file of each system, and where the system looks for it. */
const PIPELINES: Readonly<Record<Pipeline, { readonly from: string; readonly to: string; readonly about: string }>> = {
  github: {
    from: 'pipelines/github-actions.yaml',
    to: '.github/workflows/image-registry.yaml',
    about: 'checks and reviews of each pull request',
  },
  gitlab: {
    from: 'pipelines/gitlab-ci.yml',
    to: '.gitlab-ci.yml',
    about: 'checks and reviews of each merge request',
  },
  tekton: {
    from: 'pipelines/tekton.yaml',
    to: '.tekton/image-registry.yaml',
    about: 'checks and reviews of each pull request; name your own image in it',
  },
};

/** Every file, those that people edit first. */
export function repositoryFiles({ fleet, pipeline, source, snapshotTest }: RepositoryOptions): readonly TextFile[] {
  const { from, to, about } = PIPELINES[pipeline];
  const own = ownPackage();
  const template = (name: string): string => own.text(`starter/${name}`);
  return [
    { path: 'fleet.yaml', text: fleet, about: 'what you edit' },
    { path: 'CODEOWNERS', text: template('CODEOWNERS'), about: 'who approves' },
    { path: to, text: own.text(from), about },
    {
      path: '.githooks/pre-commit',
      text: template('pre-commit.sh'),
      executable: true,
      about: 'the same checks before a commit',
    },
    {
      path: 'package.json',
      text: packageJson(own.manifest, source, snapshotTest),
      about: 'the tools, by exact version',
    },
    { path: 'cdk8s.yaml', text: template('cdk8s.yaml'), about: 'makes npx cdk8s synth work' },
    { path: 'renovate.json', text: template('renovate.json'), about: 'updates of the tools, by Renovate' },
    { path: '.gitattributes', text: template('gitattributes'), about: 'the same bytes everywhere' },
    { path: '.gitignore', text: template('gitignore'), about: 'what git leaves alone' },
    ...(snapshotTest
      ? [{ path: 'test/fleet.test.js', text: template('fleet.test.js'), about: 'a snapshot of what the fleet gives' }]
      : []),
  ];
}

/** Libraries of the package that its user pins. */
const BESIDE = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

function packageJson(own: PackageJson, source: string, snapshotTest: boolean): string {
  const exact = (names: readonly string[]): readonly [string, string][] =>
    names.map(name => [name, testedVersion(own, name)]);
  const manifest = {
    private: true,
    engines: own.engines,
    scripts: {
      check: 'registry-gitops check',
      synth: 'registry-gitops synth',
      ...(snapshotTest ? { test: 'jest' } : {}),
    },
    dependencies: Object.fromEntries([...exact(BESIDE), [own.name, source] as const].sort()),
    devDependencies: Object.fromEntries(exact(['cdk8s-cli', ...(snapshotTest ? ['jest'] : [])])),
    // Without the same overrides as here, the lock file of jest would not satisfy npm ci.
    ...(snapshotTest ? { overrides: own.overrides } : {}),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The exact version of a library that the package is tested with.
 *
 * @throws Error for a library that is not pinned: a bug in this package.
 */
function testedVersion({ devDependencies }: PackageJson, name: string): string {
  const version = devDependencies[name];
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name} is not pinned`);
  return version;
}
