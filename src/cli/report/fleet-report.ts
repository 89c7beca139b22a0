/** What the page shows of a fleet: its clusters, the findings, and what is accepted and why. */

import { dirname, relative } from 'node:path';
import { syncedManifests } from '../../argocd/rights';
import type { Acceptance } from '../../config/shape/acceptance';
import type { Fleet } from '../../config/shape/fleet';
import type { Severity } from '../../findings/finding';
import { type ShownFinding, shown, shownText } from '../../findings/shown';
import type { CheckedFleet } from '../../fleet/check-fleet';
import { modelsOf } from '../../fleet/models';
import type { PreparedFleet } from '../../main';
import { buildManifests } from '../../manifests/build-manifests';
import type { Manifest } from '../../manifests/common/manifest';
import type { RegistryModel } from '../../model/model';
import { CATALOGUE } from '../../rules/catalogue';
import { type ClusterRow, clusterRow, unreadableRow } from './cluster-row';
import { graphOf } from './graph/graph';
import { type Drawing, draw } from './graph/svg';

/** One cluster. */
export interface ReportedCluster {
  readonly row: ClusterRow;
  readonly errors: number;
  readonly warnings: number;
  readonly accepted: number;
  /** Absent for a cluster without manifests: it has errors, or could not be understood. */
  readonly drawing?: Drawing;
}

/** Something that is true of some clusters; of the fleet itself if the list is empty. */
export interface Occurrence {
  readonly text: string;
  /** Place in a file, and path in it. */
  readonly where: string;
  readonly clusters: readonly string[];
}

/** All findings that differ in nothing but their values and places. */
export interface FoundGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly occurrences: readonly Occurrence[];
}

/** Acceptances with the same reason. */
export interface AcceptedGroup {
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  /** Last day before it has to be decided again. */
  readonly until?: string;
  readonly clusters: readonly string[];
}

/** Everything on the page; its order is the order on the page. */
export interface FleetReport {
  readonly clusters: readonly ReportedCluster[];
  readonly found: readonly FoundGroup[];
  readonly accepted: readonly AcceptedGroup[];
  /** Changes and states that the fleet acknowledges. */
  readonly acknowledged: readonly { readonly change: string; readonly reason: string }[];
  /** The day of the report, where the environment sets one. */
  readonly day?: string;
}

/** Sums up a fleet; the objects of one cluster are held at a time. */
export function fleetReport({ checked, findings }: PreparedFleet, day?: string): FleetReport {
  const loud = findings.filter(({ severity }) => severity !== 'info').map(shown);
  const counts = countsOf(loud);
  const accepted = new Map<string, AcceptedGroup & { readonly clusters: string[] }>();
  const clusters = [...modelsOf(checked, [])].map((model): ReportedCluster => {
    for (const acceptance of model.config.accept ?? []) addAcceptance(accepted, acceptance, shownText(model.name));
    return reported(model, checked.fleet, counts.get(shownText(model.name)) ?? NOTHING);
  });
  const known = new Set(clusters.map(({ row }) => row.name));
  const unreadable = [...counts].filter(([name]) => !known.has(name));
  return {
    clusters: [
      ...clusters,
      ...unreadable.map(([name, count]) => ({ row: unreadableRow(name), ...count, accepted: 0 })),
    ].sort((a, b) => (a.row.name < b.row.name ? -1 : 1)),
    found: groupsOf(loud, checked),
    accepted: [...accepted.values()].sort((a, b) => b.clusters.length - a.clusters.length || order(a.code, b.code)),
    acknowledged: (checked.fleet.acknowledge ?? []).map(({ change, reason }) => ({
      change: shownText(String(change)),
      reason: shownText(String(reason)),
    })),
    day,
  };
}

/** By code unit, the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Counts = Pick<ReportedCluster, 'errors' | 'warnings'>;
const NOTHING: Counts = { errors: 0, warnings: 0 };

function reported(model: RegistryModel, { argocd }: Fleet, counts: Counts): ReportedCluster {
  const synced = (): readonly Manifest[] => {
    const manifests = buildManifests(model);
    return argocd === undefined ? manifests : syncedManifests(argocd, manifests);
  };
  const drawing = counts.errors > 0 ? undefined : draw(graphOf(model, synced()));
  return { row: shownRow(clusterRow(model)), ...counts, accepted: model.config.accept?.length ?? 0, drawing };
}

/** Names are written by people, and shown as plain text. */
const shownRow = (row: ClusterRow): ClusterRow => mapTexts(row) as ClusterRow;

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return shownText(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, mapTexts(below)]));
}

/** The clusters a finding is about. */
const clustersOf = ({ clusters = [] }: ShownFinding): readonly string[] => clusters;

function countsOf(findings: readonly ShownFinding[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const finding of findings) {
    for (const name of clustersOf(finding)) {
      const { errors, warnings } = counts.get(name) ?? NOTHING;
      const isError = finding.severity === 'error';
      counts.set(name, { errors: errors + Number(isError), warnings: warnings + Number(!isError) });
    }
  }
  return counts;
}

/** Errors first, then what most clusters have. */
function groupsOf(findings: readonly ShownFinding[], { loaded }: CheckedFleet): readonly FoundGroup[] {
  const folder = dirname(loaded.file);
  const groups = new Map<string, { readonly first: ShownFinding; readonly places: Map<string, Occurrence> }>();
  for (const finding of findings) {
    const { code, severity, why, fix, what } = finding;
    const key = JSON.stringify([code, severity, why, fix]);
    const group = groups.get(key) ?? { first: finding, places: new Map<string, Occurrence>() };
    groups.set(key, group);
    const where = whereOf(finding, folder);
    const place = JSON.stringify([what, where]);
    const before = group.places.get(place)?.clusters ?? [];
    group.places.set(place, { text: what, where, clusters: [...before, ...clustersOf(finding)] });
  }
  const found = [...groups.values()].map(({ first, places }): FoundGroup => {
    const { code, severity, why, fix, what } = first;
    const title = CATALOGUE.get(code)?.title ?? what;
    return { code, severity, title, why, fix, occurrences: [...places.values()] };
  });
  const size = ({ occurrences }: FoundGroup): number =>
    occurrences.reduce((sum, { clusters }) => sum + clusters.length, 0);
  return found.sort(
    (a, b) => order(a.severity, b.severity) || size(b) - size(a) || order(a.code, b.code) || order(a.fix, b.fix),
  );
}

/** Files are named from the folder of the fleet, so that it does not matter where the command runs. */
function whereOf({ place, path }: ShownFinding, folder: string): string {
  const position = place === undefined ? '' : `${relative(folder, place.file)}:${place.line}:${place.column}`;
  return [position, path === '' ? '' : `(${path})`].filter(text => text !== '').join(' ');
}

function addAcceptance(
  groups: Map<string, AcceptedGroup & { readonly clusters: string[] }>,
  { code, reason, until }: Acceptance,
  cluster: string,
): void {
  const key = JSON.stringify([code, reason, until]);
  const group = groups.get(key) ?? {
    code: shownText(String(code)),
    title: CATALOGUE.get(code)?.title ?? '',
    reason: shownText(String(reason)),
    until: until === undefined ? undefined : shownText(String(until)),
    clusters: [],
  };
  groups.set(key, group);
  group.clusters.push(cluster);
}
