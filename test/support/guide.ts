/**
 * Guides that are followed as a reader does. A comment on the line before a fenced block says what it is:
 *
 *     <!-- file: fleet.yaml -->        the block is written into a file of the reader's folder
 *     <!-- run -->                     the block is run by bash there; `<!-- run: exit 1 -->` where it must fail
 *     <!-- prints -->                  what the last run printed; `UPDATE_GOLDEN=1` updates it
 *     <!-- prints in part -->          the same, with a line `…` for what is left out
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT_PEM } from './certificates';
import { blocksOf } from './fenced-blocks';
import { folderWith } from './files';
import { fileOf } from './generated';
import { BIN, type Ended, runProgram } from './program';

/** One marked block of a guide. */
export interface Step {
  /** `docs/x.md:12` */
  readonly place: string;
  readonly kind: 'file' | 'run' | 'prints';
  /** What follows the colon or the word: a file's name, `exit 1`, `in part`. */
  readonly detail: string;
  readonly text: string;
  /** Where the text is in the document. */
  readonly start: number;
}

const MARK = /^(file|run|prints)(?:: | |$)(.*)$/;

/** The marked blocks of a document, in order. */
export const stepsOf = (document: string, text = fileOf(document)): readonly Step[] =>
  blocksOf(document, '[a-z]*', text).flatMap(({ mark = '', text: body, start }): Step[] => {
    const [, kind, detail = ''] = MARK.exec(mark) ?? [];
    if (kind === undefined) return [];
    const place = `${document}:${text.slice(0, start).split('\n').length}`;
    return [{ place, kind: kind as Step['kind'], detail: detail.split(';')[0]?.trim() ?? '', text: body, start }];
  });

/** What a step that prints should have been, and what it was. */
export interface Printed {
  readonly step: Step;
  readonly actual: string;
}

/** Follows the steps in a folder of their own; throws where a run does not end as the guide says. */
export function follow(steps: readonly Step[]): readonly Printed[] {
  const program = `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`;
  const home = folderWith({
    'bin/npx': NPX,
    'bin/registry-gitops': program,
    'bin/cdk8s-openshift-registry': program,
  });
  const folder = folderWith();
  runProgram(['chmod', '-R', '+x', join(home, 'bin')], folder);
  const printed: Printed[] = [];
  let last = '';
  for (const step of steps) {
    if (step.kind === 'file') write(folder, step);
    else if (step.kind === 'run') last = run(folder, home, step);
    else printed.push({ step, actual: last });
  }
  return printed;
}

/** `npx registry-gitops …` without a package around it. */
const NPX = '#!/bin/sh\nexec "$@"\n';

function write(folder: string, { detail, text }: Step): void {
  mkdirSync(dirname(join(folder, detail)), { recursive: true });
  writeFileSync(join(folder, detail), text);
  for (const [, pem = ''] of text.matchAll(/pemFile: ([\w./-]+)/g)) {
    mkdirSync(dirname(join(folder, pem)), { recursive: true });
    writeFileSync(join(folder, pem), ROOT_PEM);
  }
}

function run(folder: string, home: string, { place, text, detail }: Step): string {
  const expected = Number(/^exit (\d)$/.exec(detail)?.[1] ?? 0);
  const ended: Ended = runProgram(['bash', '-c', `exec 2>&1\nset -e\n${text}`], folder, {
    PATH: `${join(home, 'bin')}:${process.env.PATH}`,
    HOME: home,
    ...GIT,
  });
  if (ended.status !== expected)
    throw new Error(`${place} ended with ${ended.status}:\n${ended.stdout}${ended.stderr}`);
  return ended.stdout.replaceAll(/\(\d+(\.\d+)? s\)/g, '(0.1 s)');
}

const GIT = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Whether what was printed is what the guide shows. */
export function shows({ step, actual }: Printed): boolean {
  const pieces = step.detail === 'in part' ? step.text.split(/^\s*…\s*\n/m) : [step.text];
  let rest = normal(actual);
  for (const piece of pieces.map(normal)) {
    const at = rest.indexOf(piece);
    if (at < 0) return false;
    rest = rest.slice(at + piece.length);
  }
  return step.detail === 'in part' || rest === '';
}

const normal = (text: string): string => text.replaceAll(/[ \t]+$/gm, '').trim();
