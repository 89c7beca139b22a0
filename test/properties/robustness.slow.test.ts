import { testAnyFleet } from './any-fleet';

testAnyFleet(Number(process.env.ROBUSTNESS_RUNS ?? 1500));
