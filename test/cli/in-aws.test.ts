import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { listen } from '../../local/listen.ts';
import { localNames } from '../../local/names.ts';
import { runCommand } from '../support/run-command.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

/** The embedded AWS in the place of AWS: the commands find it by the variables of the SDK, and not by --local. */
const project = ['--project', localNames.project];
const stage = ['--stage', 'local'];
let world: RecordedStack;
let env: Readonly<Record<string, string>>;
let lambda: Server;
const invoked: { path: string | undefined; body: string }[] = [];
let answer: { body: object; error?: string };

beforeAll(async () => {
  world = await startRecordedStack();
  lambda = createServer(async (request, response) => {
    invoked.push({ path: request.url, body: await text(request) });
    if (answer.error !== undefined) response.setHeader('x-amz-function-error', answer.error);
    response.end(JSON.stringify(answer.body));
  });
  const url = `http://127.0.0.1:${await listen(lambda)}`;
  const annofab = { ANNOFAB_ENDPOINT_URL: world.stack.annofab.url, ANNOFAB_PAT: localNames.personalAccessToken };
  env = { ...world.stack.aws.env, ...annofab, AWS_ENDPOINT_URL_LAMBDA: url };
});
afterAll(async () => {
  lambda?.close();
  await world?.stop();
});

const run = (name: string, ...args: readonly string[]) => runCommand(name, [...args, ...stage], env);

describe('the commands in AWS', () => {
  it('pull finds the bucket of the stack by its name', async () => {
    await world.stack.annofab.completeTask(localNames.project, 'task-1');
    await world.stack.settled();
    const { out, err } = await run('pull', ...project, '--to', join(world.folder, 'from-aws'), '--json');
    expect(JSON.parse(out || err)).toMatchObject({ tasks: 1, changed: 1 });
    const none = await runCommand('pull', [...project, '--to', join(world.folder, 'none'), '--stage', 'prod'], env);
    expect(none).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no bucket annofab-functions-prod-datasetbucket/),
    });
  });

  it('trigger sends to the webhook that the stage has in the project, with the secret of Secrets Manager', async () => {
    const webhooks = world.stack.annofab.state.projects.get(localNames.project)?.webhooks;
    const id = webhookId('input-data-zip-registered', 'local');
    const own = webhooks?.get(id);
    webhooks?.delete(id);
    const missing = await run('trigger', 'input-data-zip-registered', ...project);
    expect(missing).toMatchObject({ code: 2, err: expect.stringMatching(/has no webhook of stage local.*--url/) });
    if (own) webhooks?.set(id, own);
    const { code, out, err } = await run('trigger', 'input-data-zip-registered', ...project, '--wait', '60');
    expect(code, err).toBe(0);
    expect(out).toMatch(/: queued\nkey: [0-9a-f]{64}\n(done|skipped)/);
  });

  it('reconcile invokes the function, and prints what it returns', async () => {
    answer = { body: { compared: ['demo-project'], resent: 2, deferred: false } };
    const { code, out } = await run('reconcile', ...project, '--days', '3');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^compared +demo-project +projects that .*\nresent +2 +deliveries that .*\ndeferred +false +whether .*\n$/,
    );
    expect(invoked).toEqual([
      {
        path: '/2015-03-31/functions/annofab-functions-local-reconcile-deliveries/invocations',
        body: '{"days":3,"project_ids":["demo-project"]}',
      },
    ]);
  });

  it('reconcile reports that the function failed', async () => {
    answer = { body: { errorMessage: 'Time is up' }, error: 'Unhandled' };
    const { code, err } = await run('reconcile');
    expect({ code, err }).toEqual({ code: 1, err: 'The function reconcile-deliveries failed: Time is up\n' });
  });

  it('deliveries and backfill find the queues and the table of the stack', async () => {
    expect(await run('deliveries', 'list')).toMatchObject({ code: 0, out: 'No delivery is dead.\n' });
    expect(await run('backfill', ...project, '--dry-run')).toMatchObject({ code: 0 });
  });

  it('--local reports that no local stack is running', async () => {
    const empty = { ANNOFAB_FUNCTIONS_STACKS: join(world.folder, 'none') };
    const { code, err } = await runCommand('deliveries', ['list', '--local'], empty);
    expect({ code, err }).toEqual({ code: 1, err: 'No local stack is running. Start one with npm start.\n' });
  });

  it('--local means the webhooks of the local stack', async () => {
    const { code, out } = await world.run(['webhooks', 'test', ...project, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).webhooks).toEqual(Array(4).fill(expect.objectContaining({ result: 'success' })));
  });
});
