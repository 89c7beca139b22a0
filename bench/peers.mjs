// The same objects by kustomize (a base, and an overlay for each cluster) and by Helm (a chart, and values for each cluster).
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { other, run, scratch } from './measure.mjs';

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** What is installed here, each with the seconds of CPU that a cluster takes; every cluster is a process. */
export function peers(clusters) {
  const found = [];
  const bases = clusters.map((objects, index) => kustomization(objects, index));
  if (works('kustomize', 'version'))
    found.push(['kustomize build', bases.map(path => other('kustomize', 'build', path))]);
  if (works('kubectl', 'kustomize', bases[0])) {
    found.push(['kubectl kustomize', bases.map(path => other('kubectl', 'kustomize', path))]);
  }
  if (works('helm', 'version')) {
    const charts = clusters.map((objects, index) => chart(objects, index));
    found.push(['helm template', charts.map(path => other('helm', 'template', 'cluster', path))]);
  }
  return found.map(([name, processes]) => {
    const costs = processes.map(run);
    const mean = key => costs.reduce((sum, cost) => sum + cost[key], 0) / costs.length;
    return { name, cpu: mean('cpu'), wall: mean('wall') };
  });
}

const write = (path, text) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};

function kustomization(objects, index) {
  const folder = join(scratch, `kustomize-${index}`);
  for (const { path, object } of objects) write(join(folder, 'base', path), stringify(object));
  write(join(folder, 'base/kustomization.yaml'), stringify({ resources: objects.map(({ path }) => path) }));
  const labels = [{ pairs: { 'registry-gitops/cluster': `c-${index}` } }];
  write(join(folder, 'overlay/kustomization.yaml'), stringify({ resources: ['../base'], labels }));
  return join(folder, 'overlay');
}

function chart(objects, index) {
  const folder = join(scratch, `helm-${index}`);
  write(join(folder, 'Chart.yaml'), stringify({ apiVersion: 'v2', name: 'cluster', version: '1.0.0' }));
  write(join(folder, 'values.yaml'), stringify({ cluster: `c-${index}` }));
  objects.forEach(({ path, object }) => {
    const labels = { ...object.metadata.labels, 'registry-gitops/cluster': 'CLUSTER' };
    const text = stringify({ ...object, metadata: { ...object.metadata, labels } });
    write(
      join(folder, 'templates', path),
      text.replace(/\{\{/g, '{{"{{"}}').replace('CLUSTER', '{{ .Values.cluster }}'),
    );
  });
  return folder;
}
