import { isId } from '../../core/ids.ts';
import { explain } from '../../core/json.ts';
import { readTable } from '../../settings/settings-table.ts';
import type { StageSettings } from '../../settings/stage-settings.ts';
import { ANY_PROJECT, PROJECT_SETTINGS, type ProjectSettings, type ProjectTable } from './project-settings.ts';

type Row = Partial<ProjectSettings>;

/** Everything that is wrong with the settings of the projects and that their types cannot rule out: ids and values. */
export function tableProblems(table: ProjectTable): string[] {
  return Object.entries(table).flatMap(([id, row]) => [
    ...(id === ANY_PROJECT || isId(id) ? [] : [`${id} is not a project id`]),
    ...readTable(PROJECT_SETTINGS, { ...row }).problems.map((problem) => `${id}: ${explain([problem])}`),
  ]);
}

/** What contradicts the settings of the stage. */
const CONTRADICTIONS: readonly {
  readonly holds: (row: Row, stage: StageSettings, id: string, all: Row) => boolean;
  readonly problem: string;
}[] = [
  {
    holds: (row, stage) => keepsSome(row) && !keepsSome(stage),
    problem: 'nothing removes old versions unless the stage sets keepTaskVersions or keepArchives',
  },
  {
    holds: (row, { archiveProjectIds }, id, all) =>
      archiveProjectIds !== '*' &&
      archiveProjectIds.includes(id) &&
      !(row.mirrorArchives ?? all.mirrorArchives ?? true),
    problem: 'mirrorArchives is off, and archiveProjectIds of the stage lets its archives be built',
  },
  {
    holds: ({ dataset, mirrorArchives }, { events }, _id, all) =>
      Boolean(dataset) && !(events['annotation-archive-updated'] && (mirrorArchives ?? all.mirrorArchives ?? true)),
    problem: 'dataset has no effect: archives are not mirrored',
  },
  {
    holds: ({ inputDataZip }, { events }) => Boolean(inputDataZip) && !events['input-data-zip-registered'],
    problem: 'inputDataZip has no effect: events.input-data-zip-registered of the stage is off',
  },
  {
    holds: ({ projectCopy }, { events }) => Boolean(projectCopy) && !events['project-copy-completed'],
    problem: 'projectCopy has no effect: events.project-copy-completed of the stage is off',
  },
];

/** The same, and what contradicts the settings of the stage. */
export function projectProblems(table: ProjectTable, stage: StageSettings): string[] {
  const all = table[ANY_PROJECT] ?? {};
  const contradictions = Object.entries(table).flatMap(([id, row]) =>
    CONTRADICTIONS.filter(({ holds }) => holds(row, stage, id, all)).map(({ problem }) => `${id}: ${problem}`),
  );
  return [...tableProblems(table), ...contradictions];
}

function keepsSome({ keepTaskVersions, keepArchives }: Row): boolean {
  return keepTaskVersions !== undefined || keepArchives !== undefined;
}
