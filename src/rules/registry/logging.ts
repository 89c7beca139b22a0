/** The log level. */

import { atLeast } from '../../facts/versions';
import { hitIf, type Rule } from '../rule';

const loggingNumber: Rule = {
  code: 'LOGGING_NUMBER',
  severity: 'warning',
  title: 'logging is outside 0 to 8 and means debug logging',
  why: '1 logs warnings, 0, 2 and 3 log information, and every other number, negative ones included, logs all details: the log grows quickly',
  fix: 'write 2 for normal and 4 for debug logging, or use logLevel',
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
    return hitIf(odd, () => ({ path: ['registry', 'logging'], what: `logging: ${level} means debug logging` }));
  },
};

/** In the order they are listed in the documentation. */
export const LOGGING_RULES: readonly Rule[] = [loggingNumber];
