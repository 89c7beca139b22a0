#!/usr/bin/env node
/** The command `registry-gitops`. */

import { asOutputError } from '../output/output-error';
import { run } from './run';

// The reader of our output may stop early, as `head` does: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  console.error(`error: ${(asOutputError('standard output', error) as Error).message}`);
  process.exit(2);
});

run(process.argv.slice(2)).then(status => {
  process.exitCode = status;
});
