import { testAttacks } from './any-attack';

/** `ATTACK_RUNS=all` tries every credential and every harmful text in every place, which takes an hour. */
const { ATTACK_RUNS } = process.env;

testAttacks(ATTACK_RUNS === 'all' ? undefined : Number(ATTACK_RUNS ?? 3_000));
