/** What `adopt` makes of a dump that has a credential or a harmful text in some place. */

import { rounds } from '../attacks/rounds';
import { testAttackedDumps } from './attacked-dumps';

testAttackedDumps(rounds(1_000, 3_000));
