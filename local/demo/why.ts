import type { Stack } from '../stack.ts';

/** What the functions logged last as a warning or an error, about something if anything is about it. */
export function explainFailure({ host }: Stack, about: string): string {
  const troubles = host.logs.map(({ text }) => text).filter((text) => /"level":"(WARN|ERROR)"/.test(text));
  const last = troubles.findLast((text) => text.includes(about)) ?? troubles.at(-1);
  return last === undefined ? 'nothing came of it, and the functions logged no error' : `the functions say: ${last}`;
}
