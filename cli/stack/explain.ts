import { ArchiveError } from '../../lib/annofab/index.ts';
import { UsageError } from '../frame/exit-codes.ts';

/** Fields that Node adds to errors of the operating system. */
interface SystemFields {
  readonly code?: unknown;
  readonly port?: unknown;
  readonly address?: unknown;
  readonly hostname?: unknown;
}

/** Explains in one line why a command could not start. */
export function explain(error: unknown): string {
  if (error instanceof ArchiveError) return `the archive cannot be imported: ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address, hostname }: SystemFields = Object.assign<SystemFields, Error>({}, error);
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; choose another one, or 0 for a free one`;
    case 'EACCES':
      return `port ${port} requires more privileges; choose one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `this machine has no address ${address ?? hostname}; choose one with --host`;
    default:
      return error.message;
  }
}

/** Runs a command that starts servers. @throws Error that names the command and explains in one line why it could not start */
export async function explaining<T>(command: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = `${command}: ${explain(error)}`;
    throw error instanceof UsageError ? new UsageError(message) : new Error(message, { cause: error });
  }
}
