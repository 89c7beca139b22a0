/** The same of the fleet's own settings: the texts of argocd, clusterFiles and acknowledge. */

import { type FoundText, textsOfFleet } from '../../config/texts';
import type { FleetRule } from '../fleet/fleet-rule';
import type { Hit } from '../rule';
import { askedText, heldAt } from './asked';
import { characterHits, syntaxHits } from './syntax';

const fleetWith = (argocd: string): string => `
    argocd: {repoURL: "https://git.example.com/registry.git"${argocd}}
    clusters: [{name: prod, platform: aws, openshift: "4.14"}]`;

const each =
  (check: (found: FoundText) => readonly Hit[]): FleetRule['check'] =>
  (_, fleet) =>
    textsOfFleet(fleet).flatMap(check);

const text: FleetRule = {
  code: 'FLEET_TEXT',
  severity: 'error',
  acceptable: false,
  title: 'a setting of the fleet is not valid, or has invisible characters',
  why: 'what reads the value finds nothing with it, or shows something different',
  fix: 'write the value in the form that the message names',
  source: 'src/values/text-forms.ts, where each form names its own',
  bad: fleetWith(', targetRevision: "-main"'),
  good: fleetWith(', targetRevision: main'),
  check: each(found => [...syntaxHits(found), ...characterHits(found)]),
};

const secret: FleetRule = {
  code: 'FLEET_SECRET',
  severity: 'error',
  acceptable: false,
  title: 'a setting of the fleet contains a credential',
  why: 'everyone who can read the repository, or the manifests, can use the credential',
  fix: 'remove it, revoke it, and create a new credential',
  source: 'src/findings/credential-forms.ts',
  bad: fleetWith(', targetRevision: ghp_0123456789abcdefghijABCDEFGHIJ012345'),
  good: fleetWith(', targetRevision: main'),
  check: each(found => {
    const asked = askedText(found);
    // A reason is read by people alone, and no finding of the fleet can be accepted.
    return asked === undefined || (asked === 'likely' && found.field === 'Acknowledgement.reason')
      ? []
      : [heldAt(found)];
  }),
};

/** In the order they are listed in the documentation. */
export const FLEET_TEXT_RULES: readonly FleetRule[] = [text, secret];
