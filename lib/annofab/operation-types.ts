import type { operations as table } from './generated/operations.ts';
import type { operations as described } from './generated/schemas.ts';

/** The ids of all operations, deprecated ones too. */
export type OperationId = keyof typeof table;

/** What an operation takes: path parameters as fields, `query` and `body` if it has them. */
export type Params<Id extends OperationId> = OrEmpty<Flat<PathFields<Id> & QueryField<Id> & BodyField<Id>>>;

/** The argument list of an operation: its parameters may be left out when none is required. */
export type Args<Id extends OperationId> =
  AllOptional<Params<Id>> extends true ? [params?: Params<Id>] : [params: Params<Id>];

/**
 * What an operation answers when it succeeds; `undefined` when there is no body, or when the answer was lost and a
 * repetition showed that the operation was carried out (`repeated` in the operation table).
 */
export type Result<Id extends OperationId> =
  | {
      [Status in keyof described[Id]['responses'] & Success]: JsonOf<described[Id]['responses'][Status]>;
    }[keyof described[Id]['responses'] & Success]
  | ((typeof table)[Id] extends { repeated: number } ? undefined : never);

type Success = 200 | 201 | 202;

type PathFields<Id extends OperationId> = OrNothing<described[Id]['parameters']['path']>;

type QueryField<Id extends OperationId> = [QueryOf<Id>] extends [never]
  ? unknown
  : AllOptional<QueryOf<Id>> extends true
    ? { query?: Query<Id> | undefined }
    : { query: Query<Id> };

type QueryOf<Id extends OperationId> = NonNullable<described[Id]['parameters']['query']>;

/** An optional value may be given as `undefined`, which leaves it out. */
type Query<Id extends OperationId> = Flat<{
  [Name in keyof QueryOf<Id>]:
    | QueryValue<QueryOf<Id>[Name], EncodingOf<Id, Name>>
    | (AllOptional<Pick<QueryOf<Id>, Name>> extends true ? undefined : never);
}>;

type QueryValue<Value, Encoding> = Encoding extends 'json'
  ? Value | string
  : Value extends readonly (infer Item)[]
    ? readonly Item[]
    : Value;

type EncodingOf<Id extends OperationId, Name> = (typeof table)[Id] extends { query: infer Encodings }
  ? Name extends keyof Encodings
    ? Encodings[Name]
    : 'text'
  : 'text';

type BodyField<Id extends OperationId> = described[Id] extends { requestBody: infer Body }
  ? { body: JsonOf<Body> }
  : [NonNullable<described[Id]['requestBody']>] extends [never]
    ? unknown
    : { body?: JsonOf<NonNullable<described[Id]['requestBody']>> | undefined };

type JsonOf<Message> = Message extends { content: { 'application/json': infer Json } } ? Json : undefined;

type OrNothing<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;

type OrEmpty<T> = keyof T extends never ? Record<string, never> : T;

type AllOptional<T> = Record<never, never> extends T ? true : false;

/** Spells a type out, so that editors show its fields and not the way it was made. */
type Flat<T> = T extends infer Whole ? { [Key in keyof Whole]: Whole[Key] } : never;
