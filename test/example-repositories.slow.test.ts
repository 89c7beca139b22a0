/** The repositories of examples/, as their users run them: npx cdk8s synth, where only this package is installed. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cdk8sSynth, projectLike } from './support/installed';
import { contentOf } from './support/program';

const ROOT = join(__dirname, '..', 'examples');

test.each(['baremetal-odf', 'three-clouds', 'own-app'])('%s: cdk8s synth makes the output that is committed', name => {
  const project = projectLike(join(ROOT, name));
  rmSync(join(project, 'dist'), { recursive: true });
  const { status, stdout, stderr } = cdk8sSynth(project);
  expect([status, stderr.match(/^(error|warning).*/gm), stdout.match(/error TS.*/g)]).toEqual([0, null, null]);
  expect(contentOf(join(project, 'dist'))).toEqual(contentOf(join(ROOT, name, 'dist')));
});
