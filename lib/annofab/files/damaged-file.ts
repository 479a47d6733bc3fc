import { FileError } from '../errors.ts';

/** It did not arrive as it was sent: worth one more try from the start. */
export class DamagedFileError extends FileError {}
