import { describe, expect, it } from 'vitest';
import { defineProjects, projectProblems } from '../../lib/settings/project-settings.ts';
import { defaultSettings } from '../../lib/settings/stage-settings.ts';

const problemsOf = (table: Parameters<typeof defineProjects>[0], settings = {}) =>
  projectProblems(defineProjects(table), { ...defaultSettings(), ...settings });

describe('the settings of projects', () => {
  it('are those of the project, then those of *, then the defaults', () => {
    const projects = defineProjects({
      road: { keepTaskVersions: 5 },
      '*': { keepTaskVersions: 2, exportTasks: false },
    });
    expect(projects.of('road')).toMatchObject({ keepTaskVersions: 5, exportTasks: false, mirrorArchives: true });
    expect(projects.of('constructor')).toMatchObject({ keepTaskVersions: 2, exportTasks: false });
  });

  it('do not compile with an unknown name or a wrong type', () => {
    // @ts-expect-error the name is exportTasks
    defineProjects({ road: { exportTask: false } });
    // @ts-expect-error a number
    defineProjects({ road: { keepArchives: '5' } });
    expect(problemsOf({ road: { exportTasks: false } })).toEqual([]);
  });

  it('are refused with a value or an id that is impossible', () => {
    expect(problemsOf({ road: { keepArchives: 0 }, '../road': {} }, { keepArchives: 9 })).toEqual([
      'road: keepArchives must be a whole number from 1 to 10000',
      '../road is not a project id',
    ]);
  });

  it('are refused when they contradict the stage', () => {
    expect(problemsOf({ '*': { keepArchives: 5 } })).toEqual([
      expect.stringContaining('*: nothing removes old versions'),
    ]);
    expect(problemsOf({ '*': { keepArchives: 5 } }, { keepTaskVersions: 3 })).toEqual([]);
    expect(problemsOf({ road: { mirrorArchives: false } }, { archiveProjectIds: ['road'] })).toEqual([
      expect.stringContaining('road: mirrorArchives is off, and archiveProjectIds'),
    ]);
  });
});
