/** The maximal configuration on every version. */

import { OPENSHIFT_VERSIONS } from '../../../src/facts/versions';
import { testEveryField } from './every-field';

testEveryField(OPENSHIFT_VERSIONS);
