import { isJsonObject, type JsonObject } from '../core/json.ts';
import { existingResources, withExisting } from './existing-resources.ts';
import type { Gone } from './gone.ts';
import { encryptedWith } from './own-key.ts';
import { pruned, prunedEntries } from './prune.ts';
import type { StageSettings } from './stage-settings.ts';
import { functionsOff, goneWith } from './switches.ts';

/** The parts of serverless.yml that settings change, after its variables are resolved. */
export interface ServiceParts {
  readonly functions: JsonObject;
  /** `Resources`, `extensions`, `Outputs`, … */
  readonly resources: JsonObject;
}

/**
 * Changes the service as a stage's settings say: removes what is switched off with everything that hangs on it, puts existing
 * resources in the place of our own, and gives resources your key and your permissions boundary. serverless.yml and infra/
 * describe the whole service, so that they need no condition.
 */
export function applySettings({ functions, resources }: ServiceParts, settings: StageSettings): ServiceParts {
  const off = functionsOff(settings);
  const existing = existingResources(settings);
  const here = objectAt(resources, 'Resources');
  const gone = withAlarms(goneWith(settings), here, settings);
  const created = without(
    here,
    [...existing.keys()].flatMap((id) => [id, `${id}Policy`]),
  );
  const left = prunedAll(created, gone);
  const kept = Object.fromEntries(
    Object.entries(functions)
      .filter(([key]) => !off.includes(kebab(key)))
      .map(([key, fn]) => [key, pruned(fn, left.gone)]),
  );
  const parts = {
    functions: kept,
    resources: {
      ...resources,
      Resources: withBoundary(encryptedWith(settings.kmsKeyArn, left.resources), settings.permissionsBoundary),
      ...('extensions' in resources && { extensions: prunedEntries(objectAt(resources, 'extensions'), gone).left }),
      ...('Outputs' in resources && { Outputs: prunedEntries(objectAt(resources, 'Outputs'), left.gone).left }),
    },
  };
  const changed = withExisting(parts, existing);
  if (!isJsonObject(changed)) throw new TypeError('The service is not a mapping');
  return { functions: objectAt(changed, 'functions'), resources: objectAt(changed, 'resources') };
}

/** Until nothing refers to something that is gone: an alarm that goes takes its line on the dashboard with it. */
function prunedAll(resources: JsonObject, gone: Gone): { resources: JsonObject; gone: Gone } {
  const { left, lost } = prunedEntries(resources, gone);
  if (lost.length === 0) return { resources: left, gone };
  return prunedAll(left, { ...gone, ids: new Set([...gone.ids, ...lost]) });
}

function withAlarms(gone: Gone, resources: JsonObject, { alarms }: StageSettings): Gone {
  if (alarms) return gone;
  const all = Object.entries(resources).filter(([, resource]) => Object(resource).Type === 'AWS::CloudWatch::Alarm');
  return { ...gone, ids: new Set([...gone.ids, ...all.map(([id]) => id)]) };
}

function withBoundary(resources: JsonObject, PermissionsBoundary: string | undefined): JsonObject {
  if (PermissionsBoundary === undefined) return resources;
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) =>
      isJsonObject(resource) && resource['Type'] === 'AWS::IAM::Role'
        ? [id, { ...resource, Properties: { ...objectAt(resource, 'Properties'), PermissionsBoundary } }]
        : [id, resource],
    ),
  );
}

function without(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

/** `onTaskCompleted` → `on-task-completed` */
function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
