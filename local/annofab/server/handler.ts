import type {
  DescribedOperations as described,
  OperationId,
  Params,
  ProjectMember,
  Result,
  operations as table,
} from '../../../lib/annofab/api-description.ts';
import type { ExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord } from '../core/state.ts';

/**
 * Answers one operation: with a plain value for 200, a `reply` with another status or headers, a `verbatim` text, or a
 * thrown `Failure`.
 */
export type Handler<Id extends OperationId> = (context: HandlerContext<Id>) => Answer<Id> | Promise<Answer<Id>>;

export type Answer<Id extends OperationId> = Result<Id> | Reply<Result<Id>> | Verbatim;

/** The operations of one resource. */
export type HandlerTable = { readonly [Id in OperationId]?: Handler<Id> };

export type HandlerContext<Id extends OperationId> = Services & {
  readonly operation: Id;
  /** The path's ids, checked and decoded. */
  readonly params: PathOf<Id>;
  /** As written in the URL: `core/query.ts` reads numbers, flags, lists and pages. */
  readonly query: QueryOf<Id>;
  /** Checked against the API description. */
  readonly body: BodyOf<Id>;
} & CallerOf<Id> &
  ProjectOf<Id> &
  OrganizationOf<Id>;

type PathOf<Id extends OperationId> =
  NonNullable<described[Id]['parameters']['path']> extends infer Path
    ? { readonly [Name in keyof Path]: string }
    : never;

type QueryOf<Id extends OperationId> = {
  readonly [Name in keyof NonNullable<described[Id]['parameters']['query']>]?: string | undefined;
};

type BodyOf<Id extends OperationId> =
  Params<Id> extends { body: infer Body }
    ? WithoutNulls<Body>
    : Params<Id> extends { body?: infer Body }
      ? WithoutNulls<Body>
      : undefined;

/** The body check removes optional fields that are null. */
type WithoutNulls<T> = T extends ExactNumber
  ? T
  : T extends readonly (infer Item)[]
    ? WithoutNulls<Item>[]
    : T extends object
      ? { [Name in keyof T]: undefined extends T[Name] ? WithoutNulls<Exclude<T[Name], null>> : WithoutNulls<T[Name]> }
      : T;

/** The caller, if the operation needs a token. */
type CallerOf<Id extends OperationId> = (typeof table)[Id]['auth'] extends 'none'
  ? unknown
  : { readonly caller: AccountRecord };

/** The project of the path and the caller's membership. `putProject` may have none, because it creates projects. */
type ProjectOf<Id extends OperationId> = Id extends 'putProject'
  ? { readonly project?: ProjectRecord; readonly member?: ProjectMember }
  : 'project_id' extends keyof PathOf<Id>
    ? { readonly project: ProjectRecord; readonly member: ProjectMember }
    : unknown;

type OrganizationOf<Id extends OperationId> =
  Extract<keyof PathOf<Id>, 'organization_name' | 'organization_id'> extends never
    ? unknown
    : { readonly organization: OrganizationRecord };

/** A list stands for several `Set-Cookie` headers. */
export type Headers = Readonly<Record<string, string | string[]>>;

export class Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;

  constructor(status: number, body: Body, headers: Headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function reply<Body>(status: number, body: Body, headers: Headers = {}): Reply<Body> {
  return new Reply(status, body, headers);
}

/** A text that is sent verbatim: JSON, unless its headers say otherwise. */
export class Verbatim {
  readonly text: string;
  readonly status: number;
  readonly headers: Headers;

  constructor(text: string, status: number, headers: Headers) {
    this.text = text;
    this.status = status;
    this.headers = headers;
  }
}

export function verbatim(text: string, status = 200, headers: Headers = {}): Verbatim {
  return new Verbatim(text, status, headers);
}
