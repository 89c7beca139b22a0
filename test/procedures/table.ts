/** docs/procedures.md, from the rows that are run as tests. */

import { fileOf } from '../support/generated';
import { exampleOf } from './example-of';
import type { ProcedureRow } from './row';

const HEAD = `# Procedures

What the product documentation has people do by hand, and how it is said in \`fleet.yaml\`. Each row is run as a test
(\`npx jest test/procedures -t P23\`): its settings have no error, and give these objects and no others. The settings
are those of one cluster; \`name\`, and \`openshift\` where it does not matter, are left out. A Job comes with the
namespace, permissions and script it needs. Where a cluster of the example fleets says the same, it is named. What every
object of a row says is compared with [expected.ts](../test/procedures/expected.ts). The file is written by \`UPDATE_GOLDEN=1 npx jest test/procedures/rows.test.ts\`.

| row | what is done | settings of the cluster | objects | example | tests |
| --- | --- | --- | --- | --- | --- |
`;

/** The whole file. */
export const proceduresDocument = (rows: readonly ProcedureRow[]): string => `${HEAD}${rows.map(line).join('\n')}\n`;

function line({ id, what, config, acknowledge, instead, objects }: ProcedureRow): string {
  const fleet =
    acknowledge === undefined
      ? ''
      : `<br>and in the fleet file, with a reason: ${code(`acknowledge: [{change: ${JSON.stringify(acknowledge)}}]`)}`;
  const said = config === undefined ? `none: ${instead}` : `${code(config.replace(/^\{(.*)\}$/, '$1'))}${fleet}`;
  return `| ${id} | ${what} | ${said} | ${objects.map(code).join('<br>')} | ${config === undefined ? '' : example(config)} | ${tests(id)} |`;
}

function example(config: string): string {
  const found = exampleOf(config);
  return found === undefined ? '' : `[${found.cluster}](../${found.file})`;
}

const STORAGE_TESTS = fileOf('test/procedures/storage.test.ts');

/** Every row is run by rows.test.ts; variants of some by others. */
function tests(id: string): string {
  const variants = new RegExp(`^  '(?:P\\d\\d and )?${id}\\b`, 'm').test(STORAGE_TESTS);
  return ['rows', ...(variants ? ['storage'] : [])]
    .map(name => `[${name}](../test/procedures/${name}.test.ts)`)
    .join(' ');
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
