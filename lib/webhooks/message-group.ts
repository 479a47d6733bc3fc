import { createHash } from 'node:crypto';
import type { WebhookEvent } from './events.ts';

/** What SQS takes as a message group id. */
const GROUP_ID = /^[\x21-\x7e]{1,128}$/;

/**
 * The message group of an event: its project. SQS prefers the messages of quiet groups while one group has a backlog, so that
 * one project does not starve the others.
 */
export function messageGroup({ project_id }: WebhookEvent): string {
  return GROUP_ID.test(project_id) ? project_id : createHash('sha256').update(project_id).digest('hex');
}
