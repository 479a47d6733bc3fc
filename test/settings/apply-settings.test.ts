import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, type Tags } from 'yaml';
import { isJsonObject, type JsonObject } from '../../lib/core/json.ts';
import { applySettings } from '../../lib/settings/apply-settings.ts';
import { readStageSettings } from '../../lib/settings/read-stage-settings.ts';

const TAGS: Tags = [
  { tag: '!Ref', resolve: (name: string) => ({ Ref: name }) },
  { tag: '!Sub', resolve: (text: string) => ({ 'Fn::Sub': text }) },
  { tag: '!Equals', collection: 'seq' },
  { tag: '!GetAtt', resolve: (path: string) => ({ 'Fn::GetAtt': path.split('.') }) },
];

let alarms: JsonObject;
let roles: JsonObject;

beforeAll(async () => {
  alarms = await resourcesIn('alarms');
  roles = await resourcesIn('roles');
});

async function resourcesIn(name: string): Promise<JsonObject> {
  const text = await readFile(new URL(`../../infra/${name}.yml`, import.meta.url), 'utf8');
  return parse(text, { merge: true, customTags: TAGS, maxAliasCount: -1 }).Resources;
}

/** The resources that are left of the alarms. */
function left(content: unknown): JsonObject {
  const { settings, problems } = readStageSettings(content);
  expect(problems).toEqual([]);
  const { Resources } = applySettings({ functions: {}, resources: { Resources: alarms } }, settings).resources;
  if (!isJsonObject(Resources)) throw new Error('There are no resources');
  return Resources;
}

const dimensionsIn = (resource: unknown) =>
  [...JSON.stringify(resource).matchAll(/"Value":"([a-z-]+)"/g)].map(([, v]) => v);

describe('the chat messages of a stage', () => {
  /** The policies of the function that posts them, and its variables. */
  function applied(chatMessages: false | 'slack') {
    const functions = { onTaskCompleted: { environment: { CHAT_FORMAT: 'slack', CHAT_SECRET_ID: 'id', OTHER: 'x' } } };
    const settings = { ...readStageSettings({}).settings, chatMessages };
    const parts = applySettings({ functions, resources: { Resources: roles } }, settings);
    return { roles: JSON.stringify(parts.resources), functions: parts.functions };
  }

  it('bring their variables and the right to read the secret of the chat', () => {
    const { roles, functions } = applied('slack');
    expect(roles.match(/read-chat-secret/g)).toHaveLength(1);
    expect(functions).toMatchObject({ onTaskCompleted: { environment: { CHAT_FORMAT: 'slack', OTHER: 'x' } } });
  });

  it('leave no variable and no right behind when they are off, as they are by default', () => {
    const { roles, functions } = applied(false);
    expect(roles).not.toMatch(/chat/i);
    expect(roles).toContain('OnTaskCompletedRole');
    expect(functions).toEqual({ onTaskCompleted: { environment: { OTHER: 'x' } } });
    expect(readStageSettings({}).settings.chatMessages).toBe(false);
  });
});

describe('the state machine for datasets', () => {
  it('loses the variable and the right of the function that starts it while it is off', () => {
    const parts = {
      functions: {
        onAnnotationArchiveUpdated: { environment: { MACHINE: { Ref: 'DatasetStateMachine' }, OTHER: 'x' } },
      },
      resources: {
        Resources: {
          DatasetStateMachine: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} },
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              Statement: [
                { Action: 'states:StartExecution', Resource: { Ref: 'DatasetStateMachine' } },
                { Resource: 'x' },
              ],
            },
          },
        },
      },
    };
    const { functions, resources } = applySettings(parts, readStageSettings({}).settings);
    expect(functions).toEqual({ onAnnotationArchiveUpdated: { environment: { OTHER: 'x' } } });
    expect(resources).toEqual({
      Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { Statement: [{ Resource: 'x' }] } } },
    });
    expect(applySettings(parts, readStageSettings({ shardConcurrency: 4 }).settings)).toEqual(parts);
  });
});

describe('the alarms of a stage', () => {
  it('are all there when everything is switched on', () => {
    expect(Object.keys(left({ alarmEmail: 'team@example.com', keepArchives: 5, shardConcurrency: 4 }))).toEqual(
      Object.keys(alarms),
    );
  });

  it('lose the metrics of an event that is switched off, and the alarms that have no other', () => {
    const resources = left({ events: { 'task-completed': false, 'project-copy-completed': false } });
    expect(JSON.stringify(resources)).not.toMatch(
      /task-completed|project-copy-completed|TaskCompleted|ProjectCopyCompleted/,
    );
    for (const id of ['DeliveriesStuckAlarm', 'DeliveriesNewlyStuckAlarm']) {
      const types = dimensionsIn(resources[id]).filter((value) => value !== 'annofab-functions');
      expect(types).toEqual(['annotation-archive-updated', 'input-data-zip-registered']);
    }
  });

  it('lose what only the reconciliation reports while it is off', () => {
    const gone = Object.keys(alarms).filter((id) => !(id in left({ schedules: { 'reconcile-deliveries': false } })));
    expect(gone).toEqual(
      expect.arrayContaining(['DeliveriesStuckAlarm', 'DeliveriesNewlyStuckAlarm', 'ReconciliationNotRunAlarm']),
    );
  });

  it('are gone while alarms are off', () => {
    expect(left({ alarms: false })).toEqual({});
  });
});
