// Reads diagrams from standard input as a JSON list, and prints for each what Mermaid's own parser says is wrong with it,
// or null. Mermaid is an ES module and asks for a document, so it does not run inside the tests themselves.

import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

const problems = [];
for (const diagram of JSON.parse(await text(process.stdin))) {
  problems.push(
    await mermaid.parse(diagram).then(
      () => null,
      error => String(error),
    ),
  );
}
process.stdout.write(JSON.stringify(problems));
