#!/usr/bin/env node
/** The command `registry-gitops`. */

import { run } from './run';

// Whoever reads our output may stop reading, as `head` does: that is no mistake of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then(status => {
  process.exitCode = status;
});
