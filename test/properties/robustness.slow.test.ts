import { rounds } from '../attacks/rounds';
import { testAnyFleet } from './any-fleet';

testAnyFleet(Number(process.env.ROBUSTNESS_RUNS ?? rounds(750, 1_500)));
