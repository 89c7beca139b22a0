import { testAttacks } from './any-attack';

testAttacks();
