/** DynamoDB in memory, as an HTTP server of Node. The package has no types; these cover what we use. */
declare module 'dynalite' {
  import type { EventEmitter } from 'node:events';

  /** The server handles `request` events; it does not have to listen. */
  export default function dynalite(options: {
    /** How long a new table is `CREATING`, in milliseconds. */
    createTableMs: number;
  }): EventEmitter;
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
