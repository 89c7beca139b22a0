/** What the rules of the `argocd` block have in common. */

import type { ArgoCd } from '../../config/shape/argocd';
import type { ConfigPath } from '../../findings/finding';
import type { FleetHit, FleetRule } from '../fleet/fleet-rule';

/** A small fleet with this block. */
export const argocdFleet = (argocd: string): string => `
    argocd: ${argocd}
    clusters: [{name: prod, platform: aws, openshift: "4.14"}]`;

/** The same, its block with a URL and these settings. */
export const argocdExample = (more: string): string =>
  argocdFleet(`{repoURL: "https://git.example.com/registry.git"${more}}`);

/** Runs a check where there is an argocd block. */
export const ofArgocd =
  (check: (argocd: ArgoCd) => readonly FleetHit[]): FleetRule['check'] =>
  (_, { argocd }) =>
    argocd === undefined ? [] : check(argocd);

/** Place of a key of the block. */
export const argocdAt = (key: keyof ArgoCd): ConfigPath => ['argocd', key];
