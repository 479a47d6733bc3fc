import type { MapperAddress } from './messages.ts';

export type Mapper = (frame: never, data: never) => unknown;

/** @throws Error when the module cannot be loaded, or has no such function */
export async function loadMapper({ module, exportName }: MapperAddress): Promise<Mapper> {
  const loaded: unknown = await import(module);
  const mapper: unknown = Reflect.get(Object(loaded), exportName);
  if (isFunction(mapper)) return mapper;
  throw new TypeError(`${module} does not export a function ${exportName}.`);
}

function isFunction(value: unknown): value is Mapper {
  return typeof value === 'function';
}
