import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, it } from 'vitest';
import { parse } from 'yaml';
import * as enumerations from '../../lib/annofab/generated/enumerations.ts';
import type { TaskPhase, TaskStatus } from '../../lib/annofab/index.ts';

const { TASK_PHASES, TASK_STATUSES, INSPECTION_SUMMARIES } = enumerations;

it('the enumerations have the values of the description, by the plural of the name of their type', () => {
  const url = new URL('../../lib/annofab/openapi.yaml', import.meta.url);
  const { schemas } = parse(readFileSync(url, 'utf8')).components;
  expect(TASK_STATUSES).toEqual(schemas.TaskStatus.enum);
  expect(INSPECTION_SUMMARIES).toEqual(schemas.InspectionSummary.enum);
  expect(Object.keys(enumerations).length).toBeGreaterThan(25);
});

it('the enumerations have every member of their type', () => {
  expectTypeOf<(typeof TASK_STATUSES)[number]>().toEqualTypeOf<TaskStatus>();
  expectTypeOf<(typeof TASK_PHASES)[number]>().toEqualTypeOf<TaskPhase>();
});
