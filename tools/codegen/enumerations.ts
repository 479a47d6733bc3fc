import type { Description } from './description.ts';

/** The values of each schema that is an enumeration, as a constant: `TASK_STATUSES` for `TaskStatus`. */
export function printEnumerations({ components }: Description): string {
  const enumerations = Object.entries(components.schemas).flatMap(([name, { type, enum: values }]) =>
    type === 'string' && values !== undefined && values.length > 1 ? [{ name, values }] : [],
  );
  return [
    'import type {',
    ...enumerations.map(({ name }) => `  ${name},`),
    "} from './schemas.ts';",
    '',
    ...enumerations.flatMap(({ name, values }) => [
      `/** The values of {@link ${name}} that this version knows. Annofab may answer a newer one. */`,
      `export const ${constantName(name)} = [`,
      ...values.map((value) => `  '${value}',`),
      `] as const satisfies readonly ${name}[];`,
      '',
    ]),
  ].join('\n');
}

/** `TASK_STATUSES` for `TaskStatus`. */
function constantName(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
  if (/[^AEIOU]Y$/.test(words)) return `${words.slice(0, -1)}IES`;
  return /(S|X|CH|SH)$/.test(words) ? `${words}ES` : `${words}S`;
}
