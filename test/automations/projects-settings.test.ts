import { describe, expect, it } from 'vitest';
import { PROJECTS } from '../../functions/projects.ts';
import { checkProjects } from '../../lib/automations/projects/projects-settings.ts';

describe('the settings of the projects', () => {
  it('are valid as they are shipped, and switch nothing on', () => {
    checkProjects(PROJECTS);
    expect(PROJECTS).toEqual({});
  });

  it('are accepted with every setting', () => {
    checkProjects({
      'road-2026': {
        inputDataZip: { tasks: { by: 'directory', taskIdPrefix: 'road' }, metadata: '*/{city}/*' },
        projectCopy: { members: { alice: 'owner', bob: 'inactive' }, configuration: { number_of_inspections: 1 } },
      },
      b: { inputDataZip: { tasks: { by: 'count', taskIdPrefix: 'b', inputDataPerTask: 10, order: 'random' } } },
      '*': { inputDataZip: { tasks: { by: 'csv', file: '{zip}.csv' } }, projectCopy: { updateArchive: false } },
    });
  });

  it.each([
    ['a name that is no id', { 'a/b': {} }, 'a/b must be a project id or \\*'],
    ['an unknown setting', { a: { inputDataZips: {} } }, 'a.inputDataZips is unknown'],
    ['no rule', { a: { inputDataZip: {} } }, 'a.inputDataZip.tasks is missing'],
    ['an unknown rule', { a: { inputDataZip: { tasks: { by: 'date' } } } }, 'tasks.by must be directory, count or csv'],
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
  ])('are refused with %s', (_, projects, problem) => {
    expect(() => checkProjects(projects)).toThrow(new RegExp(problem));
  });
});
