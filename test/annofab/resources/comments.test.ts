import { describe, expect, it } from 'vitest';
import { AnnofabError, ConflictError } from '../../../lib/annofab/index.ts';
import { ACCEPTER, demo, startEmulator } from '../../local/annofab/emulator.ts';

/** The accepter works on it. */
const frame = { ...demo, task_id: 'task-1', input_data_id: 'task-1-frame-1' };
const other = { ...frame, input_data_id: 'task-1-frame-2' };
const point = { _type: 'Point', x: 10, y: 20 } as const;

describe('annofab.comments', () => {
  it('adds a thread as the account, in the phase of the task', async () => {
    const { accepter, owner } = await startEmulator();
    const made = await accepter.comments.add({ ...frame, comment: '枠がずれている', data: point });
    expect(made).toMatchObject({ ...frame, account_id: ACCEPTER, phase: 'acceptance', comment_type: 'inspection' });
    expect(made.comment_node).toMatchObject({ data: point, status: 'open' });
    expect(await owner.comments.list(frame)).toEqual([made]);
  });

  it('adds a question without a position', async () => {
    const { accepter } = await startEmulator();
    const made = await accepter.comments.add({ ...frame, comment: 'What is this?', comment_type: 'onhold' });
    expect(made).toMatchObject({ comment_type: 'onhold', comment: 'What is this?' });
  });

  it('lists the comments of a whole task, frame by frame', async () => {
    const { accepter } = await startEmulator();
    const second = await accepter.comments.add({ ...other, comment: 'b', data: point });
    const first = await accepter.comments.add({ ...frame, comment: 'a', data: point });
    const ids: string[] = [];
    for await (const { comment_id } of accepter.comments.all(frame)) ids.push(comment_id);
    expect(ids).toEqual([first.comment_id, second.comment_id]);
  });

  it('replies to a root or to a reply in the same thread', async () => {
    const { accepter } = await startEmulator();
    const { comment_id } = await accepter.comments.add({ ...frame, comment: 'a', data: point });
    const reply = await accepter.comments.reply({ ...frame, comment_id, comment: 'b' });
    const again = await accepter.comments.reply({ ...frame, comment_id: reply.comment_id, comment: 'c' });
    expect(reply.comment_node).toMatchObject({ root_comment_id: comment_id });
    expect(again.comment_node).toMatchObject({ root_comment_id: comment_id });
    expect(again.comment_type).toBe('inspection');
  });

  it('resolves a thread without changing its other fields', async () => {
    const { accepter } = await startEmulator();
    const { comment_id } = await accepter.comments.add({ ...frame, comment: 'a', data: point });
    const resolved = await accepter.comments.setStatus({ ...frame, comment_id, status: 'resolved' });
    expect(resolved).toMatchObject({ comment: 'a', comment_node: { data: point, status: 'resolved' } });
  });

  it('refuses to set the status of a reply', async () => {
    const { accepter } = await startEmulator();
    const { comment_id } = await accepter.comments.add({ ...frame, comment: 'a', data: point });
    const reply = await accepter.comments.reply({ ...frame, comment_id, comment: 'b' });
    const setting = accepter.comments.setStatus({ ...frame, comment_id: reply.comment_id, status: 'resolved' });
    await expect(setting).rejects.toThrow(/only the root of its thread has a status/);
  });

  it('deletes a root with its replies, and succeeds when they do not exist', async () => {
    const { accepter } = await startEmulator();
    const { comment_id } = await accepter.comments.add({ ...frame, comment: 'a', data: point });
    await accepter.comments.reply({ ...frame, comment_id, comment: 'b' });
    const kept = await accepter.comments.add({ ...frame, comment: 'c', data: point });
    await accepter.comments.delete({ ...frame, comment_id });
    await accepter.comments.delete({ ...frame, comment_id });
    expect(await accepter.comments.list(frame)).toEqual([kept]);
  });

  it('throws when the comment to reply to does not exist', async () => {
    const { accepter } = await startEmulator();
    const replying = accepter.comments.reply({ ...frame, comment_id: 'gone', comment: 'b' });
    await expect(replying).rejects.toBeInstanceOf(AnnofabError);
    await expect(replying).rejects.toThrow(
      'input data task-1-frame-1 of task task-1 of project demo-project: it has no comment gone.',
    );
  });

  it('throws ConflictError when the account is not working on the task', async () => {
    const { owner } = await startEmulator();
    await expect(owner.comments.add({ ...frame, comment: 'a', data: point })).rejects.toBeInstanceOf(ConflictError);
    expect(await owner.comments.list(frame)).toEqual([]);
  });
});
