import { describe, expect, it } from 'vitest';
import { messageGroup } from '../../lib/webhooks/message-group.ts';
import { taskCompleted } from './events.ts';

const GROUP_ID = /^[\x21-\x7e]{1,128}$/;

describe('messageGroup', () => {
  it('is the project, or its hash where SQS does not take the id', () => {
    expect(messageGroup({ event: taskCompleted })).toBe(taskCompleted.project_id);
    const long = messageGroup({ event: { ...taskCompleted, project_id: 'p'.repeat(200) } });
    expect(long).toMatch(GROUP_ID);
  });

  it('is one of its own for backfills, which no project can have', () => {
    const group = messageGroup({ event: taskCompleted, source: 'backfill' });
    expect(group).toMatch(GROUP_ID);
    expect(group).not.toMatch(/^[A-Za-z0-9_.-]+$/);
  });
});
