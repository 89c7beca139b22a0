/** What `adopt` makes of a dump that has a credential or a harmful text in some place. */

import { testAttackedDumps } from './attacked-dumps';

testAttackedDumps(3_000);
