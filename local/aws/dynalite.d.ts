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

declare module 'dynalite/db/index.js' {
  interface WriteRequest {
    readonly ReturnValuesOnConditionCheckFailure?: string;
  }

  const db: {
    /** The actions call it as a method of this object. */
    checkConditional(request: WriteRequest, item: object | undefined): { body: { Item?: object } } | null | undefined;
  };
  export default db;
}

declare module 'dynalite/validations/*' {
  const validation: {
    /** The parameters that the operation has; all others are dropped from a request. */
    readonly types: Record<string, { readonly type: string; readonly enum?: readonly string[] }>;
  };
  export default validation;
}
