import { testAttacks } from './any-attack';

testAttacks(Number(process.env.ATTACK_RUNS ?? 150));
