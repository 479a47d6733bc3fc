import { createHash } from 'node:crypto';
import type { Envelope } from './envelope.ts';

/** What SQS takes as a message group id. */
const GROUP_ID = /^[\x21-\x7e]{1,128}$/;

/** The group of all backfills. No project can have it, because Annofab's ids contain no colon. */
const BACKFILL_GROUP = 'annofab-functions:backfill';

/**
 * The message group of an event: its project. SQS prefers the messages of quiet groups while one group has a backlog, so that
 * one project does not starve the others. Backfills have a group of their own, so that live events pass them, also those of
 * the same project.
 */
export function messageGroup({ event, source }: Pick<Envelope, 'event' | 'source'>): string {
  if (source === 'backfill') return BACKFILL_GROUP;
  const { project_id } = event;
  return GROUP_ID.test(project_id) ? project_id : createHash('sha256').update(project_id).digest('hex');
}
