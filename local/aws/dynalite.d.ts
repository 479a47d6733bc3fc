/** DynamoDB in memory, as an HTTP server of Node. It has no types of its own: these are of what we use. */
declare module 'dynalite' {
  import type { EventEmitter } from 'node:events';

  /** The server takes its requests as `request` events; it need not listen. */
  export default function dynalite(options: {
    /** How long a new table is `CREATING`, in milliseconds. */
    createTableMs: number;
  }): EventEmitter;
}
