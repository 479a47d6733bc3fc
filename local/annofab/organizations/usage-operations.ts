import { dateInJapan, formatDateTime } from '../core/clock.ts';
import { invalidPath, invalidQuery } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { OrganizationRecord } from '../core/state.ts';
import { storageOf } from '../files/project-files.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import {
  addMonths,
  daysOfMonth,
  editorUsage,
  endOfDay,
  monthsBetween,
  startOfDay,
  type UsageEntry,
  usageCsv,
  usageOf,
} from './usage.ts';

const BYTES_PER_GB = 1024 ** 3;
const HOURS_PER_DAY = 24;

export const usage = {
  /** Default: the last thirteen months. Begins with the organization's first month at the earliest. */
  getOrganizationUsageStatusList: ({ organization, query, ...services }) => {
    const to = readMonth(query.to) ?? currentMonth(services);
    const from = readMonth(query.from) ?? addMonths(to, -12);
    const first = organization.organization.created_datetime.slice(0, 7);
    const last = to < currentMonth(services) ? to : currentMonth(services);
    return monthsBetween(from > first ? from : first, last).map((month) => byMonth(services, organization, month));
  },

  getOrganizationUsageStatus: ({ organization, params, ...services }) => {
    const month = pathMonth(params.year_month);
    const entries = entriesOf(services, organization);
    return daysOfMonth(month, services.clock.now()).map((date) => ({
      date,
      ...period(services, organization, [date], entries),
      created_datetime: formatDateTime(services.clock.now()),
    }));
  },

  getOrganizationUsageStatusDetail: ({ organization, params, ...services }) => {
    const month = pathMonth(params.year_month);
    const entries = entriesOf(services, organization).filter(({ date }) => date.startsWith(month));
    const path = `usage/${organization.organization.organization_id}/${month}.csv`;
    services.files.put(path, Buffer.from(usageCsv(entries)), 'text/csv');
    return reply(201, { url: services.files.sign(path) });
  },
} satisfies HandlerTable;

function entriesOf({ state }: Services, { organization }: OrganizationRecord): UsageEntry[] {
  return usageOf(state, organization.organization_id);
}

function byMonth(services: Services, organization: OrganizationRecord, month: string) {
  const dates = daysOfMonth(month, services.clock.now());
  return { year_month: month, ...period(services, organization, dates, entriesOf(services, organization)) };
}

/** The present storage counts for the whole period, because past sizes are not stored. */
function period(
  { state }: Services,
  { organization: { organization_id } }: OrganizationRecord,
  dates: readonly string[],
  entries: readonly UsageEntry[],
) {
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  const gigabytes = storageOf(state, organization_id) / BYTES_PER_GB;
  return {
    organization_id,
    aggregation_period_from: startOfDay(first),
    aggregation_period_to: endOfDay(last),
    editor_usage: editorUsage(entries.filter(({ date }) => dates.includes(date))),
    storage_usage: gigabytes * HOURS_PER_DAY * dates.length,
  };
}

function currentMonth({ clock }: Services): string {
  return dateInJapan(clock.now()).slice(0, 'yyyy-mm'.length);
}

function readMonth(value: string | undefined): string | undefined {
  if (value === undefined || isMonth(value)) return value;
  throw invalidQuery('from and to must be months: 2026-01');
}

function pathMonth(value: string): string {
  if (!isMonth(value)) throw invalidPath('year_month must be a month: 2026-01');
  return value;
}

function isMonth(value: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}
