import { vi } from 'vitest';
import { resetEnvironment } from './environment.ts';

// A process runs several files, which takes half the time. The modules of this project are loaded again for each file, because
// the AWS clients that they keep belong to the addresses of one file's AWS; packages stay.
resetEnvironment();
vi.resetModules();
