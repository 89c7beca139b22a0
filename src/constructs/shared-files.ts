/** Objects that cdk8s would write to one file, where only the last of them is left. */

import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import type { Construct } from 'constructs';
import { FILE_TWICE } from '../findings/app-codes';
import { problemOf } from '../findings/catalogue-entry';
import type { Finding } from '../findings/finding';

/**
 * Refuses an object of the registry that gets the file name of another object of the app: cdk8s names the files of single
 * objects by kind and name, without the namespace and the group of the API.
 */
export function sharedFilesOf(registry: Construct): readonly Finding[] {
  const folder = folderOf(registry);
  if (folder === undefined) return [];
  const byFile = new Map<string, ApiObject[]>();
  for (const object of folder) {
    const file = fileName(object);
    byFile.set(file, [...(byFile.get(file) ?? []), object]);
  }
  const own = new Set(registry.node.findAll());
  return [...byFile].flatMap(([file, objects]) => {
    const [first, second] = objects;
    if (first === undefined || second === undefined || !objects.some(object => own.has(object))) return [];
    const others = objects.length > 2 ? ` and ${objects.length - 2} more` : '';
    const what = `${first.node.path} and ${second.node.path}${others} are written to the same file ${file}`;
    return [{ ...problemOf(FILE_TWICE, [], what), construct: registry.node.path }];
  });
}

/** The objects in the folder that the registry is written to; nothing where files hold many objects. */
function folderOf(registry: Construct): readonly ApiObject[] | undefined {
  const { root } = registry.node;
  if (!(root instanceof App)) return undefined;
  const chart = Chart.of(registry);
  const inApp = root.node.findAll().filter(ApiObject.isApiObject);
  if (root.yamlOutputType === YamlOutputType.FILE_PER_RESOURCE) return inApp;
  const byChart = root.yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  return byChart ? inApp.filter(object => Chart.of(object) === chart) : undefined;
}

/** As cdk8s makes it: see `App.synth`. */
const fileName = (object: ApiObject): string =>
  `${`${object.kind}.${object.name}`.replace(/[^0-9a-zA-Z-_.]/g, '')}${App.of(object).outputFileExtension}`;
