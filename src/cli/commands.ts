/** All commands, in the order of help. A new one is a row in `table/`, and a line here. */

import { ADOPT } from './table/adopt';
import { CHECK } from './table/check';
import { COMPLETION } from './table/completion';
import type { CommandEntry } from './table/entry';
import { EXPLAIN } from './table/explain';
import { INIT } from './table/init';
import { LIST } from './table/list';
import { REPORT } from './table/report';
import { REVIEW } from './table/review';
import { SEAL } from './table/seal';
import { SYNTH } from './table/synth';
import { VERIFY } from './table/verify';

/** Every command there is. */
export const COMMANDS: readonly CommandEntry[] = [
  INIT,
  SYNTH,
  CHECK,
  LIST,
  REVIEW,
  REPORT,
  ADOPT,
  SEAL,
  VERIFY,
  EXPLAIN,
  COMPLETION,
];
