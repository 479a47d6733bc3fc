/** What is switched off. */
export interface Gone {
  /** Logical ids. */
  readonly ids: ReadonlySet<string>;
  /** Names of our metrics. */
  readonly metrics: ReadonlySet<string>;
  /** Values of our metrics' dimensions: `event_type=task-completed`. */
  readonly dimensions: ReadonlySet<string>;
  /** Environment variables of functions. */
  readonly variables: ReadonlySet<string>;
  /** Names of policies in roles. */
  readonly policies: ReadonlySet<string>;
}

/** The logical ids in a text of `Fn::Sub`. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[A-Za-z.]+)?\}/g)].map(([, id = '']) => id);
}
