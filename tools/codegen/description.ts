/** The parts of the API description that the generator reads in addition to openapi-typescript. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, DescribedSchema>> };
}

export interface DescribedSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: { readonly required?: boolean };
  readonly 'x-roles': readonly string[];
  readonly 'x-removed'?: boolean;
  readonly 'x-replaced-by'?: string;
  readonly 'x-paging'?: string;
  readonly 'x-retry'?: string;
  readonly 'x-repeated'?: number;
  readonly 'x-conflict'?: readonly string[];
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema: { readonly minimum?: number; readonly maximum?: number; readonly default?: unknown };
  readonly 'x-query-encoding'?: string;
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every operation, in the order of the description. */
export function describedOperations({ paths }: Description) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({ method, path, operation })),
  );
}
