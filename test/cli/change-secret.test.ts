import {
  GetSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSecret, type JsonSecret } from '../../cli/deployment/change-secret.ts';
import { openTarget, type Target } from '../../cli/deployment/target.ts';
import { addWebhookSecret, removeWebhookSecret } from '../../cli/deployment/webhook-secret.ts';
import type { JsonObject } from '../../lib/core/json.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { LOCAL_STAGE, secretNames } from '../../local/names.ts';

const name = secretNames.webhooks;
const OTHER = { secret: 'secret-of-another-project', project_id: 'another-project' };
const { signal } = new AbortController();
let aws: LocalAws;
let target: Target;
let secret: JsonSecret;

beforeAll(async () => {
  aws = await startLocalAws();
  target = await openTarget({ stage: LOCAL_STAGE, local: aws.sqsUrl });
  secret = { name, client: new SecretsManagerClient(target.sdk), signal };
});
afterAll(async () => {
  secret?.client.destroy();
  await aws?.stop();
});
beforeEach(() => store({ webhook_secrets: [OTHER] }));

const store = (json: JsonObject) => aws.secrets.put(name, json);
const add = (project: string) => addWebhookSecret(target, project, signal);
const remove = (project: string) => removeWebhookSecret(target, project, signal);

async function stored(): Promise<{ id: string | undefined; json: JsonObject }> {
  const { SecretString = '', VersionId } = await secret.client.send(new GetSecretValueCommand({ SecretId: name }));
  return { id: VersionId, json: JSON.parse(SecretString) };
}

async function projects(): Promise<string[]> {
  const { webhook_secrets } = Object((await stored()).json);
  return webhook_secrets.map(({ project_id }: { project_id: string }) => project_id).sort();
}

/** Sets a field, and lets something happen each time between the read and the write. */
const setting = (field: string, meanwhile: () => void) => (json: JsonObject) => {
  meanwhile();
  return Object.hasOwn(json, field) ? undefined : { ...json, [field]: true };
};

describe('the secret of the webhooks', () => {
  it('keeps the entries of all projects that are added at the same time', async () => {
    const wanted = Array.from({ length: 6 }, (_, n) => `project-${n}`);
    const added = await Promise.all(wanted.map(add));
    expect(await projects()).toEqual(['another-project', ...wanted]);
    const { webhook_secrets } = Object((await stored()).json);
    for (const [n, { secret: own }] of added.entries())
      expect(webhook_secrets).toContainEqual({ secret: own, project_id: `project-${n}` });
  });

  it('gives one secret to a project that is added twice at the same time', async () => {
    const [one, another] = await Promise.all([add('p'), add('p')]);
    expect(one).toEqual(another);
    expect(await projects()).toEqual(['another-project', 'p']);
  });

  it('keeps what is added while another project is removed', async () => {
    await add('old');
    expect(await Promise.all([add('new'), remove('old')])).toMatchObject([{}, 'removed']);
    expect(await projects()).toEqual(['another-project', 'new']);
  });
});

describe('changeSecret', () => {
  it('keeps what another program wrote between the read and the write', async () => {
    let writes = 0;
    await changeSecret(
      secret,
      setting('ours', () => {
        if (writes === 0) store({ webhook_secrets: [OTHER], theirs: true });
        writes += 1;
      }),
    );
    expect((await stored()).json).toEqual({ webhook_secrets: [OTHER], theirs: true, ours: true });
  });

  it('keeps what another program wrote when it made the same change', async () => {
    let isFirst = true;
    const theirs = { webhook_secrets: [OTHER], theirs: true, ours: true };
    await changeSecret(
      secret,
      setting('ours', () => {
        if (isFirst) store(theirs);
        isFirst = false;
      }),
    );
    expect((await stored()).json).toEqual(theirs);
  });

  it('gives up when another program writes each time', async () => {
    let writes = 0;
    const always = changeSecret(
      secret,
      setting('ours', () => {
        writes += 1;
        store({ theirs: writes });
      }),
    );
    await expect(always).rejects.toThrow(/was changed by other programs during each of 20 attempts/);
  });

  it('writes nothing when there is nothing to change', async () => {
    const before = await stored();
    await changeSecret(secret, () => undefined);
    expect(await stored()).toEqual(before);
  });

  it.each(['first', 'second'])(
    'writes the field %s after an operator went back to the version before',
    async (field) => {
      const before = await stored();
      await changeSecret(
        secret,
        setting('first', () => {}),
      );
      const { id } = await stored();
      const restored = {
        SecretId: name,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: before.id,
        RemoveFromVersionId: id,
      };
      await secret.client.send(new UpdateSecretVersionStageCommand(restored));
      await changeSecret(
        secret,
        setting(field, () => {}),
      );
      expect((await stored()).json).toEqual({ webhook_secrets: [OTHER], [field]: true });
    },
  );
});
