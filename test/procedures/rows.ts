/** Every row of the table of procedures. */

import type { ProcedureRow } from './row';
import { ACCESS_ROWS } from './rows-access';
import { OPERATOR_ROWS } from './rows-operator';
import { STORAGE_ROWS } from './rows-storage';

/** P01 to P70. */
export const ROWS: readonly ProcedureRow[] = [...OPERATOR_ROWS, ...STORAGE_ROWS, ...ACCESS_ROWS];
