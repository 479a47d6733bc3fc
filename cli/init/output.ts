import { textTable } from '../frame/text-table.ts';
import type { Step } from './steps.ts';

export interface Result {
  readonly stage: string;
  readonly region: string;
  /** The AWS account. */
  readonly account: string;
  readonly steps: readonly { readonly what: string; readonly change: string; readonly detail: string }[];
  readonly notes: readonly string[];
  /** What to do next, in order. */
  readonly next: readonly Next[];
}

interface Next {
  readonly do: string;
  readonly command?: string;
}

export function planText(place: string, steps: readonly Step[]): string {
  const words = { create: 'create', change: 'change', none: 'unchanged' };
  const rows = steps.map(({ what, change, detail }) => [words[change], what, detail]);
  return [`In ${place}, and in this folder:`, textTable(rows)].join('\n');
}

export function resultText({ steps, notes, next }: Result): string {
  const rows = steps.map(({ what, change, detail }) => [change, what, detail]);
  const lines = next.flatMap(({ do: text, command }, index) => [
    `${index + 1}. ${text}`,
    ...(command === undefined ? [] : [`     ${command}`]),
  ]);
  return [textTable(rows), ...notes, '', 'Next:', ...lines].join('\n');
}

/** @param where how a command names the stage: `--stage prod` */
export function nextSteps(o: { where: string; projects: readonly string[]; file: string }): Next[] {
  const { where, projects, file } = o;
  const ids = projects.length === 0 ? ['<project id>'] : projects;
  return [
    { do: `Commit ${file}.` },
    { do: 'Deploy:', command: `npm run deploy -- ${where}` },
    { do: "Take an owner's token, which is not shown:", command: 'read -rs ANNOFAB_PAT && export ANNOFAB_PAT' },
    {
      do: 'Try on a throwaway project what Annofab does not document (docs/never-tried.md):',
      command: `npx annofab-functions pilot --project <throwaway project id> ${where}`,
    },
    ...ids.map((id) => ({
      do: 'Connect the project:',
      command: `npx annofab-functions projects add --project ${id} ${where}`,
    })),
    { do: 'Check everything:', command: `npx annofab-functions doctor ${where}` },
  ];
}
