import { testAnyFleet } from './any-fleet';

testAnyFleet(150);
