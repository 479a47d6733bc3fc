import { resetEnvironment } from './environment.ts';

resetEnvironment();
