/** DynamoDB in memory or in a folder, as an HTTP server of Node. The package has no types; these cover what we use. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** The server handles `request` events; it does not have to listen. Its database is closed with it. */
  export default function dynalite(options: {
    /** How long a new table is `CREATING`, in milliseconds. */
    createTableMs: number;
    /** The folder of the database; memory without one. */
    path?: string;
  }): Server;
}
