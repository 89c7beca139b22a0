/** Options that several commands have. */

import type { OptionEntry, WordEntry } from './entry';

export const FILE: OptionEntry = {
  name: 'file',
  short: 'f',
  value: 'FILE',
  does: 'the fleet file',
  otherwise: 'fleet.yaml here, or in the nearest folder above',
  environment: 'REGISTRY_FLEET',
  completes: 'file',
};

/** The same as `--file`. */
export const FLEET_WORD: WordEntry = { name: 'FLEET', completes: 'file' };

export const OUTPUT: OptionEntry = {
  name: 'output',
  short: 'o',
  value: 'DIR',
  does: 'the output folder',
  otherwise: 'dist beside the fleet file',
  environment: 'REGISTRY_OUTPUT',
  completes: 'folder',
};

export const CLUSTER: OptionEntry = {
  name: 'cluster',
  value: 'NAME',
  multiple: true,
  does: 'only this cluster; may be repeated',
  otherwise: 'all clusters',
  completes: 'cluster',
};

export const SEVERITY: OptionEntry = {
  name: 'severity',
  value: 'SEVERITY',
  choices: ['error', 'warning', 'info'],
  does: 'the lowest severity that is shown; the exit status does not depend on it',
  otherwise: 'warning',
  environment: 'REGISTRY_SEVERITY',
};

export const INFO: OptionEntry = { name: 'info', does: 'the same as --severity info' };

export const AGAINST: OptionEntry = {
  name: 'against',
  value: 'REV',
  does: 'compares with the lock and the output of a git revision, such as origin/main: a lock that was deleted, edited or merged by hand does not pass',
};
