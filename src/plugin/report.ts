/** Findings in the words of cdk8s: one violation for each rule, with every object that breaks it. */

import { shown } from '../findings/shown';
import type { ObjectFinding } from './object-finding';
import type { ValidationViolation, ViolatingResource } from './plugin';

/** In the order of the findings; why and fix may differ for one code, and are then separate. */
export function toViolations(findings: readonly ObjectFinding[]): readonly ValidationViolation[] {
  const groups = new Map<string, ObjectFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.severity, finding.why, finding.fix]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map(group => {
    const [{ code, severity, why, fix }] = group as [ObjectFinding];
    return {
      ruleName: code,
      recommendation: severity === 'error' ? why : `${why} (a warning: synthesis continues)`,
      fix,
      violatingResources: resourcesOf(group),
    };
  });
}

function resourcesOf(group: readonly ObjectFinding[]): readonly ViolatingResource[] {
  const objects = [...new Set(group.map(({ object }) => object))];
  return objects.map(object => ({
    resourceName: object.name,
    manifestPath: object.file,
    locations: group
      .filter(finding => finding.object === object)
      .map(finding => `${[object.kind, finding.location].filter(Boolean).join(' ')}: ${shown(finding).what}`),
  }));
}
