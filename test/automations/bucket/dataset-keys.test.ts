import { describe, expect, it } from 'vitest';
import { archiveKeys, framePath, outerFilePath, taskKeys } from '../../../lib/automations/bucket/dataset-keys.ts';

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

  it('are refused where they would be longer than the 1,024 bytes that S3 takes', () => {
    const [id, long] = ['x'.repeat(200), 'x'.repeat(256)];
    const fits = { project_id: id, task_id: id };
    expect(taskKeys.file(fits, 'v', framePath(id, id)).length).toBeLessThan(1024);
    const over = { project_id: long, task_id: long };
    expect(() => taskKeys.file(over, 'v', framePath(long, long))).toThrow(
      expect.objectContaining({ name: 'NonRetryableError', message: expect.stringContaining('and S3 takes 1024') }),
    );
    expect(archiveKeys.archive(long, 'v'.repeat(256)).length).toBeLessThan(1024);
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
