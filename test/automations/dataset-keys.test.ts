import { describe, expect, it } from 'vitest';
import { archiveKeys, framePath, outerFilePath, taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';

const task = { project_id: 'p', task_id: 't' };

describe('dataset keys', () => {
  it('have the layout of an archive of Annofab inside a version', () => {
    expect(taskKeys.version(task, 'v') + framePath('t', 'i.png')).toBe('projects/p/tasks/t/versions/v/t/i.png.json');
    expect(taskKeys.version(task, 'v') + outerFilePath('t', 'i.png', 'a')).toBe(
      'projects/p/tasks/t/versions/v/t/i.png/a',
    );
    expect(taskKeys.manifest(task, 'v')).toBe('projects/p/tasks/t/versions/v/manifest.json');
    expect(taskKeys.latest(task)).toBe('projects/p/tasks/t/latest.json');
    expect(archiveKeys.archive('p', 'v')).toBe('projects/p/archives/v/annotations.zip');
    expect(archiveKeys.manifest('p', 'v')).toBe('projects/p/archives/v/manifest.json');
    expect(archiveKeys.latest('p')).toBe('projects/p/archives/latest.json');
  });

  it.each(['', '.', '..', 'a/b', '../x', 'a\\b', 'タスク', 'a b', 'a\n', 'x'.repeat(257)])(
    'are refused for the invalid id %j',
    (bad) => {
      const attempts = [
        () => taskKeys.latest({ project_id: bad, task_id: 't' }),
        () => taskKeys.latest({ project_id: 'p', task_id: bad }),
        () => taskKeys.metadataLock({ project_id: 'p', task_id: bad }),
        () => taskKeys.version(task, bad),
        () => taskKeys.manifest(task, bad),
        () => framePath(bad, 'i'),
        () => framePath('t', bad),
        () => outerFilePath(bad, 'i', 'a'),
        () => outerFilePath('t', bad, 'a'),
        () => outerFilePath('t', 'i', bad),
        () => archiveKeys.latest(bad),
        () => archiveKeys.archive('p', bad),
      ];
      for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ name: 'InvalidIdError' }));
    },
  );
});
