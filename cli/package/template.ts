/** A CloudFormation template, as osls compiles it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** The properties of all resources of a type, by logical id. */
export function ofType({ Resources }: Template, type: string): [id: string, properties: Record<string, unknown>][] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties = {} }]) =>
    Type === type ? [[id, { ...Properties }]] : [],
  );
}
