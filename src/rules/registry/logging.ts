/** The log level. */

import { atLeast } from '../../facts/versions';
import { hitIf, type Rule } from '../rule';

const loggingNumber: Rule = {
  code: 'LOGGING_NUMBER',
  severity: 'warning',
  title: 'a log level by number that means something else than it seems',
  why: '1 logs warnings, 0, 2 and 3 log information, and everything else, negative numbers included, logs every detail',
  fix: 'write 2 for normal and 4 for debugging, or use logLevel',
  source: 'operator pkg/resource/podtemplatespec.go generateLogLevel',
  bad: `
    platform: aws
    openshift: "4.5"
    registry: {logging: -1}`,
  good: `
    platform: aws
    openshift: "4.5"
    registry: {logging: 2}`,
  check: ({ config, model }) => {
    const level = config.registry?.logging;
    const odd = level !== undefined && !atLeast(model.openshift, '4.6') && (level < 0 || level > 8);
    return hitIf(odd, () => ({ path: ['registry', 'logging'], what: `logging is ${level}` }));
  },
};

/** In the order they are listed in the documentation. */
export const LOGGING_RULES: readonly Rule[] = [loggingNumber];
