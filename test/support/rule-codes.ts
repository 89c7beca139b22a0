/** Which rules of one module a cluster breaks. */

import type { Inputs } from '../../src/config/inputs';
import type { Rule } from '../../src/rules/rule';
import { runCluster } from './fleet';

/** `CODE`, or `CODE warning` where the severity is not the rule's own; in the order of the file. */
export const codesOf =
  (rules: readonly Rule[]) =>
  (yaml: string, inputs?: Inputs): readonly string[] =>
    runCluster(yaml, inputs).findings.flatMap(({ code, severity }) => {
      const rule = rules.find(known => known.code === code);
      if (rule === undefined) return [];
      return [severity === rule.severity ? code : `${code} ${severity}`];
    });
