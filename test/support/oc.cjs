#!/usr/bin/env node
/** Stands in for `oc` in tests of scripts: hands its arguments, and its input where it reads any, to the test. */
const { readFileSync } = require('node:fs');
const { request } = require('node:http');

const args = process.argv.slice(2);
const input = args.some((arg, index) => arg === '-f' && args[index + 1] === '-') ? readFileSync(0, 'utf8') : '';
const call = request({ socketPath: process.env.OC_SOCKET, method: 'POST' }, response => {
  let body = '';
  response.on('data', chunk => {
    body += chunk;
  });
  response.on('end', () => {
    const { stdout, stderr, status } = JSON.parse(body);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = status;
  });
});
call.end(JSON.stringify({ args, input }));
