/**
 * Overwrites a state with another one in place, so that references to it and to its maps stay valid. A map or list that
 * the other state does not have stays as it is.
 */
export function overwrite(target: object, source: object): void {
  for (const [name, value] of Object.entries(target)) {
    if (!(name in source) && typeof value !== 'object') Reflect.deleteProperty(target, name);
  }
  for (const [name, value] of Object.entries(source)) {
    const present: unknown = Reflect.get(target, name);
    if (present instanceof Map && value instanceof Map) refill(present, value);
    else if (Array.isArray(present) && Array.isArray(value)) present.splice(0, present.length, ...value);
    else if (isPlain(present) && isPlain(value)) overwrite(present, value);
    else Reflect.set(target, name, value);
  }
}

function refill(target: Map<unknown, unknown>, source: Map<unknown, unknown>): void {
  target.clear();
  for (const [key, value] of source) target.set(key, value);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
