import { describe, expect, it } from 'vitest';
import { connectCopiedProject } from '../../lib/automations/connect-copied-project/connect-copied-project.ts';
import type { ProjectCopySettings } from '../../lib/automations/connect-copied-project/project-copy-settings.ts';
import { settingsOf } from '../../lib/automations/projects/settings-of.ts';
import type { Secret } from '../../lib/aws/secret.ts';
import type { OwnWebhooks } from '../../lib/lambda/services/own-webhooks.ts';
import { NonRetryableError, RetryLater, Skip } from '../../lib/runtime/outcomes.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { DEFAULT_STAGE, PROJECT_HEADER, SECRET_HEADER, webhookRequest } from '../../lib/webhooks/templates.ts';
import { derivedSecret, type WebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import { known } from './support/values.ts';
import { type Overrides, useWorld, type World } from './support/world.ts';

const SOURCE = 'demo-project';
const COPY = 'the-copy';
const EVENT_TYPE = 'project-copy-completed';
const URL = 'https://api.example.com';
const SECRETS: WebhookSecrets = {
  entries: [
    { secret: 'secret-of-the-source', project_id: SOURCE },
    { secret: 'secret-of-the-copy', project_id: COPY },
  ],
  keys: [],
};

const OURS: OwnWebhooks = { url: URL, stage: DEFAULT_STAGE, eventTypes: EVENT_TYPES };

let world: World;

useWorld(async (made) => {
  world = made;
  for (const eventType of EVENT_TYPES) {
    const request = webhookRequest(eventType, { url: URL, secret: 'secret-of-the-source' });
    const { webhook_id } = request;
    await world.foreign.putWebhook({ project_id: SOURCE, webhook_id, body: { project_id: SOURCE, ...request } });
  }
});

async function copy(): Promise<void> {
  const body = { dest_project_id: COPY, dest_title: 'copy', copy_inputs: true, copy_tasks: true, copy_webhooks: true };
  await world.foreign.initiateProjectCopy({ project_id: SOURCE, body });
  await world.emulator.settled();
}

function run(
  projectCopy: ProjectCopySettings | undefined = {},
  {
    secrets = SECRETS,
    ownWebhooks = OURS,
    ...overrides
  }: Overrides & { secrets?: WebhookSecrets; ownWebhooks?: OwnWebhooks } = {},
) {
  const complete_datetime = new Date().toISOString();
  const event = { event_type: EVENT_TYPE, project_id: SOURCE, dest_project_id: COPY, complete_datetime } as const;
  const webhookSecrets: Secret<WebhookSecrets> = { get: async () => secrets, reread: async () => secrets };
  const projects = { [SOURCE]: { projectCopy } };
  return connectCopiedProject({
    ...world.event<typeof EVENT_TYPE>(event, overrides),
    projects,
    webhookSecrets,
    ownWebhooks,
  });
}

const record = () => known(world.emulator.state.projects.get(COPY));
const secretsOf = (project_id: string) =>
  [...known(world.emulator.state.projects.get(project_id)).webhooks.values()].map(
    ({ headers }) => headers.find(({ name }) => name === SECRET_HEADER)?.value,
  );
const memberOf = (user_id: string) => known([...record().members.values()].find((one) => one.user_id === user_id));
const writes = () =>
  world.requests.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url.pathname}`);

describe('connectCopiedProject', () => {
  it('does nothing for a copy of a project without the setting', async () => {
    await copy();
    const ctx = { project_id: SOURCE, complete_datetime: new Date().toISOString() };
    const event = { event_type: EVENT_TYPE, dest_project_id: COPY, ...ctx } as const;
    const webhookSecrets: Secret<WebhookSecrets> = { get: async () => SECRETS, reread: async () => SECRETS };
    const off = { ...world.event<typeof EVENT_TYPE>(event), projects: {}, webhookSecrets, ownWebhooks: OURS };
    await expect(connectCopiedProject(off)).rejects.toThrow(Skip);
    expect(writes()).toEqual([]);
  });

  it('replaces the secret of the source in the webhooks of the copy by its own, and leaves the source as it is', async () => {
    await copy();
    expect(new Set(secretsOf(COPY))).toEqual(new Set(['secret-of-the-source']));
    expect(await run()).toEqual({ webhooks: 4, members: 0, configured: false, archive: 'started' });
    expect(secretsOf(COPY)).toEqual(Array.from({ length: 4 }, () => 'secret-of-the-copy'));
    expect(new Set(secretsOf(SOURCE))).toEqual(new Set(['secret-of-the-source']));
  });

  it('uses the secret for all projects where the copy has none of its own', async () => {
    await copy();
    await run({}, { secrets: { entries: [{ secret: 'for-all' }], keys: [] } });
    expect(new Set(secretsOf(COPY))).toEqual(new Set(['for-all']));
  });

  it('derives the secret of the copy from the newest key, and names the copy in a header', async () => {
    await copy();
    const keys = ['older', 'newest'];
    await run({}, { secrets: { entries: [{ secret: 'for-all' }], keys } });
    expect(new Set(secretsOf(COPY))).toEqual(new Set([derivedSecret('newest', COPY)]));
    const [webhook] = known(world.emulator.state.projects.get(COPY)).webhooks.values();
    expect(known(webhook).headers).toContainEqual({ name: PROJECT_HEADER, value: COPY });
  });

  it('lets the copy take over the settings of its source', async () => {
    await copy();
    const mine = { inputDataZip: { tasks: { by: 'directory', taskIdPrefix: 'a' } } } as const;
    const ctx = { ...world.tick(), projects: { [SOURCE]: mine, '*': {} } };
    expect(await settingsOf(ctx, COPY)).toMatchObject({ inputDataZip: false });
    await run();
    expect(await settingsOf(ctx, COPY)).toMatchObject(mine);
    const own = { ...ctx, projects: { ...ctx.projects, [COPY]: {} } };
    expect(await settingsOf(own, COPY)).toMatchObject({ inputDataZip: false });
  });

  it('gives the copy the webhooks of the stage, for the events that are switched on', async () => {
    await copy();
    const ownWebhooks: OwnWebhooks = { url: URL, stage: 'prod', eventTypes: ['task-completed'] };
    expect(await run({}, { ownWebhooks })).toMatchObject({ webhooks: 1 });
    const ours = [...record().webhooks.keys()].filter((id) => id.startsWith('annofab-functions-prod-'));
    expect(ours).toEqual(['annofab-functions-prod-task-completed']);
    expect(await run({}, { ownWebhooks: { ...OURS, eventTypes: ['task-completed'] } })).toMatchObject({ webhooks: 4 });
    expect([...record().webhooks.keys()].sort()).toEqual([
      'annofab-functions-prod-task-completed',
      'annofab-functions-task-completed',
    ]);
  });

  it('starts the first update of the archive, unless the settings say otherwise', async () => {
    await copy();
    expect(await run({ updateArchive: false })).toMatchObject({ archive: 'off' });
    expect(record().jobs.filter(({ job_type }) => job_type === 'gen-annotation')).toEqual([]);
    expect(await run()).toMatchObject({ archive: 'started' });
    await world.emulator.settled();
    await expect(world.foreign.getAnnotationArchive({ project_id: COPY })).resolves.toBeDefined();
  });

  it('sets members and configuration as the settings say, and nothing else', async () => {
    await copy();
    const users = [...record().members.values()].map(({ user_id, member_role }) => ({ user_id, member_role }));
    const [worker] = users.filter(({ member_role }) => member_role === 'worker').map(({ user_id }) => user_id);
    const before = structuredClone(record().project);
    const settings = { members: { [known(worker)]: 'accepter' }, configuration: { number_of_inspections: 2 } } as const;
    expect(await run(settings)).toMatchObject({ members: 1, configured: true });
    expect(memberOf(known(worker))).toMatchObject({ member_role: 'accepter', member_status: 'active' });
    expect(record().members.size).toBe(users.length);
    expect(record().project).toEqual({
      ...before,
      configuration: { ...before.configuration, number_of_inspections: 2 },
      updated_datetime: expect.any(String),
    });
    expect(await run({ members: { [known(worker)]: 'inactive' } })).toMatchObject({ members: 1 });
    expect(memberOf(known(worker)).member_status).toBe('inactive');
  });

  it('writes nothing when it is repeated', async () => {
    await copy();
    const settings = { configuration: { number_of_inspections: 2 } };
    await run(settings);
    await world.emulator.settled();
    world.requests.length = 0;
    expect(await run(settings)).toEqual({ webhooks: 0, members: 0, configured: false, archive: 'unchanged' });
    expect(writes()).toEqual([]);
  });
});

describe('connectCopiedProject when something is missing or wrong', () => {
  it('waits for the copy, and then connects it', async () => {
    world.emulator.jobs.hold('copy-project');
    await copy();
    await expect(run()).rejects.toMatchObject({ name: 'RetryLater', counter: 'early', seconds: 10 });
    await world.emulator.jobs.release();
    expect(await run()).toMatchObject({ webhooks: 4 });
  });

  it('connects no project that was not copied from the source, whatever the event says', async () => {
    await expect(run()).rejects.toThrow(RetryLater);
    await expect(run({}, { deferrals: { early: 3 } })).rejects.toThrow(Skip);
    expect(writes()).toEqual([]);
  });

  it('says which right is missing when the account is no owner of the copy', async () => {
    await copy();
    for (const member of record().members.values()) member.member_role = 'worker';
    const failure = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NonRetryableError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(`is worker in the copied project ${COPY}, but must be its owner`),
    });
    record().members.clear();
    await expect(run()).rejects.toThrow('is no member in the copied project');
    expect(writes()).toEqual([]);
  });

  it('says that the copy has no secret', async () => {
    await copy();
    await expect(run({}, { secrets: { entries: SECRETS.entries.slice(0, 1), keys: [] } })).rejects.toThrow(
      `have none for the copied project ${COPY}`,
    );
    expect(writes()).toEqual([]);
  });

  it('removes no last owner', async () => {
    await copy();
    const owners = [...record().members.values()].filter(({ member_role }) => member_role === 'owner');
    const members = Object.fromEntries(owners.map(({ user_id }) => [user_id, 'inactive'] as const));
    await expect(run({ members })).rejects.toThrow('without an owner');
  });

  it('waits its turn while a job that excludes the update of the archive runs in the copy', async () => {
    await copy();
    world.emulator.jobs.hold('gen-tasks');
    const { updated_datetime } = await world.foreign.getProject({ project_id: COPY });
    const rule = { _type: 'ByDirectory', task_id_prefix: 'x' } as const;
    const body = { task_generate_rule: rule, project_last_updated_datetime: updated_datetime };
    await world.foreign.initiateTasksGeneration({ project_id: COPY, body });
    await expect(run()).rejects.toMatchObject({ name: 'RetryLater', counter: 'job-running' });
    await world.emulator.jobs.release();
    expect(await run()).toMatchObject({ webhooks: 0, archive: 'started' });
  });

  it('takes a project as connected whose archive is being updated', async () => {
    await copy();
    world.emulator.jobs.hold('gen-annotation');
    await world.foreign.postAnnotationArchiveUpdate({ project_id: COPY });
    expect(await run()).toMatchObject({ archive: 'running' });
  });
});
