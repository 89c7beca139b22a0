import { rounds } from '../attacks/rounds';
import { testAttacks, testEveryAttack } from './any-attack';

/** `ATTACK_RUNS=all` tries every credential and every harmful text in every place, which takes a quarter of an hour. */
const { ATTACK_RUNS } = process.env;

if (ATTACK_RUNS === 'all') testEveryAttack();
else testAttacks(Number(ATTACK_RUNS ?? rounds(1_500, 3_000)));
