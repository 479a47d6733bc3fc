import { describe, expect, it } from 'vitest';
import {
  editorUrl,
  InvalidIdError,
  pointCloudEditorUrl,
  projectUrl,
  videoEditorUrl,
} from '../../../lib/annofab/index.ts';

const task = { project_id: 'p1', task_id: 't1' };
const frame = { ...task, input_data_id: 'i1' };
const POINT_CLOUDS = 'https://d2rljy8mjgrfyd.cloudfront.net/3d-editor-latest/index.html';

describe('URLs of Annofab pages', () => {
  it.each([
    ['a project', projectUrl({ project_id: 'p1' }), 'https://annofab.com/projects/p1'],
    ['a task', editorUrl(task), 'https://annofab.com/projects/p1/tasks/t1/editor'],
    ['an input data', editorUrl(frame), 'https://annofab.com/projects/p1/tasks/t1/editor?#i1'],
    [
      'an annotation',
      editorUrl({ ...frame, annotation_id: 'a1' }),
      'https://annofab.com/projects/p1/tasks/t1/editor?#i1/a1',
    ],
    ['a video', videoEditorUrl(task), 'https://annofab.com/projects/p1/tasks/t1/timeline'],
    [
      'an annotation and a moment of a video',
      videoEditorUrl({ ...task, annotation_id: 'a1', seconds: 3.30049 }),
      'https://annofab.com/projects/p1/tasks/t1/timeline?#a1/3.3',
    ],
    [
      'a moment of a video',
      videoEditorUrl({ ...task, seconds: 0 }),
      'https://annofab.com/projects/p1/tasks/t1/timeline?#/0',
    ],
    ['point clouds', pointCloudEditorUrl(task), `${POINT_CLOUDS}?p=p1&t=t1`],
    [
      'an annotation of a point cloud',
      pointCloudEditorUrl({ ...frame, annotation_id: 'a1' }),
      `${POINT_CLOUDS}?p=p1&t=t1#/i1/a1`,
    ],
  ])('returns the URL of %s', (_what, url, expected) => {
    expect(url).toBe(expected);
  });

  it('uses another base URL', () => {
    const baseUrl = 'http://127.0.0.1:4000/';
    expect(projectUrl({ project_id: 'p1' }, { baseUrl })).toBe('http://127.0.0.1:4000/projects/p1');
  });

  it('encodes characters that have a meaning in a URL', () => {
    expect(editorUrl({ project_id: 'a b', task_id: '?', input_data_id: '#' })).toBe(
      'https://annofab.com/projects/a%20b/tasks/%3F/editor?#%23',
    );
  });

  it.each([
    () => projectUrl({ project_id: '../secret' }),
    () => editorUrl({ project_id: 'p1', task_id: 'a/b' }),
    () => editorUrl({ ...frame, annotation_id: '%23' }),
    () => videoEditorUrl({ ...task, annotation_id: '' }),
    () => pointCloudEditorUrl({ ...task, input_data_id: '..' }),
  ])('throws InvalidIdError for an invalid id', (make) => {
    expect(make).toThrow(InvalidIdError);
  });
});
