/** DynamoDB in memory, as an HTTP server of Node. The package has no types; these cover what we use. */
declare module 'dynalite' {
  import type { EventEmitter } from 'node:events';

  /** The server handles `request` events; it does not have to listen. */
  export default function dynalite(options: {
    /** How long a new table is `CREATING`, in milliseconds. */
    createTableMs: number;
  }): EventEmitter;
}
