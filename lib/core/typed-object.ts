/** Whether an object that was filled key by key has all of its keys. */
export function isComplete<T extends object>(value: Partial<T>, keys: readonly (keyof T)[]): value is T {
  return keys.every((key) => Object.hasOwn(value, key));
}

/** The keys of an object, typed. */
export function keysOf<T extends object>(value: T): Extract<keyof T, string>[] {
  const keys: Extract<keyof T, string>[] = [];
  for (const key in value) if (Object.hasOwn(value, key)) keys.push(key);
  return keys;
}
