/** What a field may be, and how to say so. */
export interface Rule {
  fits(value: unknown): boolean;
  /** Completes "must be …". */
  readonly expected: string;
}

/** By the name of a field. */
export type Rules = Readonly<Record<string, Rule>>;

export const flag: Rule = { fits: (value) => typeof value === 'boolean', expected: 'true or false' };

export const someText: Rule = { fits: (value) => typeof value === 'string' && value !== '', expected: 'a text' };

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return {
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    expected: max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`,
  };
}

export function oneOf(...choices: readonly unknown[]): Rule {
  return { fits: (value) => choices.includes(value), expected: `one of ${choices.join(', ')}` };
}

export function either(...rules: readonly Rule[]): Rule {
  return {
    fits: (value) => rules.some((rule) => rule.fits(value)),
    expected: rules.map(({ expected }) => expected).join(', or '),
  };
}

/** @throws TypeError `{name} must be …`, or that `what` has no such field */
export function checkFields(what: string, fields: Readonly<Record<string, unknown>>, rules: Rules): void {
  for (const [name, value] of Object.entries(fields)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new TypeError(`${what} has no ${name}; it has ${Object.keys(rules).join(', ')}`);
    if (!rule.fits(value)) throw new TypeError(`${name} must be ${rule.expected}, and not ${JSON.stringify(value)}`);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
