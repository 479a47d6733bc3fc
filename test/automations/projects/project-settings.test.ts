import { describe, expect, it } from 'vitest';
import { projects } from '../../../functions/projects.ts';
import { projectProblems } from '../../../lib/automations/projects/project-problems.ts';
import type { ProjectTable } from '../../../lib/automations/projects/project-settings.ts';
import { defineProjects } from '../../../lib/lambda/services/projects.ts';
import { defaultSettings } from '../../../lib/settings/stage-settings.ts';

const problemsOf = (table: ProjectTable, settings = {}) =>
  projectProblems(table, { ...defaultSettings(), ...settings });
/** As in a file of plain JavaScript, which no compiler checks. */
const problemsOfJson = (json: string) => problemsOf(JSON.parse(json));

describe('the settings of the projects', () => {
  it('are valid as they are shipped, and change nothing', () => {
    expect(projects.table).toEqual({});
    expect(problemsOf(projects.table)).toEqual([]);
  });

  it('are accepted with every setting', () => {
    const table: ProjectTable = {
      'road-2026': {
        inputDataZip: { tasks: { by: 'directory', taskIdPrefix: 'road' }, metadata: '*/{city}/*' },
        projectCopy: { members: { alice: 'owner', bob: 'inactive' }, configuration: { number_of_inspections: 1 } },
      },
      b: {
        inputDataZip: { tasks: { by: 'count', taskIdPrefix: 'b', inputDataPerTask: 10, order: 'random' } },
        ...{ exportTasks: false, writeMetadata: false, mirrorArchives: false, keepTaskVersions: undefined },
      },
      c: { inputDataZip: false, projectCopy: false },
      '*': {
        inputDataZip: { tasks: { by: 'csv', file: '{zip}.csv' } },
        projectCopy: { updateArchive: false },
        ...{ keepTaskVersions: 5, keepArchives: 30 },
      },
    };
    expect(problemsOf(table, { keepArchives: 9 })).toEqual([]);
  });

  it('do not compile with an unknown name or a wrong type', () => {
    // @ts-expect-error the name is exportTasks
    defineProjects({ road: { exportTask: false } });
    // @ts-expect-error a number
    defineProjects({ road: { keepArchives: '5' } });
    // @ts-expect-error there is no such rule
    defineProjects({ road: { inputDataZip: { tasks: { by: 'date' } } } });
    expect(problemsOf({ road: { exportTasks: false } })).toEqual([]);
  });

  it.each([
    ['a name that is no id', { 'a/b': {} }, 'a/b is not a project id'],
    ['an unknown setting', { a: { inputDataZips: {} } }, 'a: inputDataZips is unknown: did you mean inputDataZip?'],
    ['no number', { a: { keepTaskVersions: 0 } }, 'a: keepTaskVersions must be a whole number from 1 to 10000'],
    ['no rule', { a: { inputDataZip: {} } }, 'a: inputDataZip.tasks is missing'],
    [
      'an unknown rule',
      { a: { inputDataZip: { tasks: { by: 'date' } } } },
      'a: inputDataZip.tasks.by must be directory, count or csv',
    ],
    [
      'a file in a folder',
      { a: { inputDataZip: { tasks: { by: 'csv', file: '../x.csv' } } } },
      'must be the name of a file',
    ],
    [
      'too large tasks',
      { a: { inputDataZip: { tasks: { by: 'count', taskIdPrefix: 'a', inputDataPerTask: 201 } } } },
      'inputDataPerTask must',
    ],
    [
      'a wrong pattern',
      { a: { inputDataZip: { tasks: { by: 'csv', file: 'x.csv' }, metadata: '*/*' } } },
      'metadata must be a path',
    ],
    ['an unknown role', { a: { projectCopy: { members: { alice: 'boss' } } } }, 'members.alice must be'],
  ])('are refused with %s', (_, table, problem) => {
    expect(problemsOfJson(JSON.stringify(table))).toContainEqual(expect.stringContaining(problem));
  });

  it('are refused with all problems at once', () => {
    expect(problemsOf({ road: { keepArchives: 0 }, '../road': {} }, { keepArchives: 9 })).toEqual([
      'road: keepArchives must be a whole number from 1 to 10000',
      '../road is not a project id',
    ]);
  });

  it('are refused at the first invocation too, where nothing was packaged', () => {
    expect(() => defineProjects({ 'a/b': {} }).create({})).toThrow('functions/projects.ts: a/b is not a project id');
    expect(defineProjects({ a: {} }).create({})).toEqual({ a: {} });
  });

  it('are refused when they contradict the stage', () => {
    expect(problemsOf({ '*': { keepArchives: 5 } })).toEqual([
      expect.stringContaining('*: nothing removes old versions'),
    ]);
    expect(problemsOf({ '*': { keepArchives: 5 } }, { keepTaskVersions: 3 })).toEqual([]);
    expect(problemsOf({ road: { mirrorArchives: false } }, { archiveProjectIds: ['road'] })).toEqual([
      expect.stringContaining('road: mirrorArchives is off, and archiveProjectIds'),
    ]);
    expect(problemsOf({ '*': { mirrorArchives: false }, road: { dataset: {} } })).toEqual([
      'road: dataset has no effect: archives are not mirrored',
    ]);
    const events = {
      ...defaultSettings().events,
      'input-data-zip-registered': false,
      'project-copy-completed': false,
    };
    expect(
      problemsOf({ '*': { projectCopy: {}, inputDataZip: { tasks: { by: 'csv', file: 'a' } } } }, { events }),
    ).toEqual([
      '*: inputDataZip has no effect: events.input-data-zip-registered of the stage is off',
      '*: projectCopy has no effect: events.project-copy-completed of the stage is off',
    ]);
  });
});
