import type { Stack } from '../stack.ts';

/** What the functions logged last as a warning or an error, about something if anything is about it. */
export function explainFailure({ host }: Stack, about: string): string {
  const warnings = host.logs.map(({ text }) => text).filter((text) => /"level":"(WARN|ERROR)"/.test(text));
  const last = warnings.findLast((text) => text.includes(about)) ?? warnings.at(-1);
  return last === undefined ? 'nothing came of it, and the functions logged no error' : `the functions say: ${last}`;
}
