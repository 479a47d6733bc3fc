import { describe, expect, it } from 'vitest';
import { assertNoTwins } from '../../../cli/convert/case-twins.ts';

const frame = (task_id: string, input_data_id: string) => ({ task_id, input_data_id });

describe('frames in a file system that does not tell upper from lower case', () => {
  it('are refused when two would be the same file, with both names', () => {
    const frames = [frame('task-1', 'a'), frame('task-1', 'b'), frame('Task-1', 'a')];
    expect(() => assertNoTwins(frames)).toThrow('task-1/a and Task-1/a would be the same file');
  });

  it('are accepted when their names differ by more', () => {
    expect(() => assertNoTwins([frame('task-1', 'a'), frame('task-1', 'B'), frame('Task-2', 'a')])).not.toThrow();
  });
});
