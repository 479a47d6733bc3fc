import { describe, expect, it } from 'vitest';
import { PagingError, ResultWindowExceededError } from '../../../lib/annofab/index.ts';
import { createClient, failureOf, sendJson, startServer } from '../support.ts';

/** Serves `items` in pages, as Annofab does. */
function pagesOf(items: readonly unknown[], overLimit = false) {
  return startServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://h');
    const [page, limit] = [Number(searchParams.get('page')), Number(searchParams.get('limit'))];
    sendJson(response, {
      list: items.slice((page - 1) * limit, page * limit),
      page_no: page,
      total_page_no: Math.max(1, Math.ceil(items.length / limit)),
      total_count: items.length,
      over_limit: overLimit,
      aggregations: [],
    });
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ task_id: `task-${index}` }));

describe('tasks.all', () => {
  it('reads pages of the maximum size, in order', async () => {
    const server = await pagesOf(numbered(450));
    const tasks = await collect(createClient(server).tasks.all({ project_id: 'p', query: { status: 'complete' } }));
    expect(tasks).toEqual(numbered(450));
    expect(server.log).toEqual(
      [1, 2, 3].map((page) => `GET /api/v1/projects/p/tasks?limit=200&status=complete&page=${page}`),
    );
  });

  it('yields nothing when nothing matches', async () => {
    const server = await pagesOf([]);
    expect(await collect(createClient(server).tasks.all({ project_id: 'p' }))).toEqual([]);
    expect(server.log).toHaveLength(1);
  });

  it('ends at an empty page when tasks were deleted meanwhile', async () => {
    const server = await startServer((_request, response, count) =>
      sendJson(response, {
        list: count === 1 ? numbered(200) : [],
        total_page_no: 9,
        total_count: 1_700,
        over_limit: false,
      }),
    );
    expect(await collect(createClient(server).tasks.all({ project_id: 'p' }))).toHaveLength(200);
    expect(server.log).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['has the number of another page', { page_no: 1 }],
    ['begins like the page before', {}],
  ])('throws PagingError when a page %s', async (_name, fields) => {
    const server = await startServer((_request, response) =>
      sendJson(response, { list: numbered(2), total_page_no: 9, total_count: 18, over_limit: false, ...fields }),
    );
    const error = await failureOf(collect(createClient(server).tasks.all({ project_id: 'p' })));
    expect(error).toMatchObject({ name: 'PagingError', operation: 'getTasks' });
    expect(error.message).toMatch(/^getTasks: page 2 was requested, but page 1 came/);
    expect(server.log).toHaveLength(2);
  });

  it('requests only the pages that are consumed', async () => {
    const server = await pagesOf(numbered(450));
    for await (const task of createClient(server).tasks.all({ project_id: 'p', query: { limit: 10 } })) {
      if (task.task_id === 'task-12') break;
    }
    expect(server.log).toHaveLength(2);
  });

  it('throws before the first task when there are more than 10,000', async () => {
    const server = await pagesOf(numbered(450), true);
    const seen: unknown[] = [];
    const reading = async () => {
      for await (const task of createClient(server).tasks.all({ project_id: 'p' })) seen.push(task);
    };
    const error = await failureOf(reading());
    expect(error).toBeInstanceOf(ResultWindowExceededError);
    expect(error).toMatchObject({ operation: 'getTasks', totalCount: 450 });
    expect(error.message).toMatch(/10,000.* read the list file with annofab\.lists\.tasks/);
    expect(seen).toEqual([]);
  });

  it('yields the first 10,000 with allowTruncated', async () => {
    const server = await pagesOf(numbered(10_050), true);
    const tasks = createClient(server).tasks.all({ project_id: 'p' }, { allowTruncated: true });
    expect(await collect(tasks)).toHaveLength(10_000);
  });

  it('stops when the signal aborts', async () => {
    const server = await pagesOf(numbered(450));
    const caller = new AbortController();
    const reading = async () => {
      const options = { signal: caller.signal };
      for await (const _task of createClient(server).tasks.all({ project_id: 'p' }, options)) {
        caller.abort(new Error('enough'));
      }
    };
    expect((await failureOf(reading())).message).toBe('enough');
    expect(server.log).toHaveLength(1);
  });
});

describe('other paged lists', () => {
  it.each([
    ['inputData', /annofab\.lists\.inputData/],
    ['annotations', /annofab\.archives/],
  ] as const)('%s.all names the alternative when there are more than 10,000 items', async (list, instead) => {
    const items: AsyncIterable<unknown> = createClient(await pagesOf([], true))[list].all({ project_id: 'p' });
    expect((await failureOf(collect(items))).message).toMatch(instead);
  });

  it.each([
    ['inputData', '/api/v1/projects/p/inputs'],
    ['annotations', '/api/v1/projects/p/annotations'],
  ] as const)('%s.all yields the items of all pages', async (list, path) => {
    const server = await pagesOf(numbered(201));
    const items: AsyncIterable<unknown> = createClient(server)[list].all({ project_id: 'p' });
    expect(await collect(items)).toHaveLength(201);
    expect(server.log.at(-1)).toBe(`GET ${path}?limit=200&page=2`);
  });

  it('yields all projects of the account', async () => {
    const server = await pagesOf(numbered(201));
    expect(await collect(createClient(server).projects.all())).toHaveLength(201);
    expect(server.log.at(-1)).toBe('GET /api/v1/my/projects?limit=200&page=2');
  });
});

describe('projects.idsWithRole', () => {
  it('returns the projects of active memberships', async () => {
    const member = (project_id: string, member_role: string, member_status = 'active') => ({
      project_id,
      member_role,
      member_status,
    });
    const server = await startServer((_request, response) =>
      sendJson(response, [
        member('a', 'owner'),
        member('b', 'worker'),
        member('c', 'training_data_user'),
        member('d', 'owner', 'inactive'),
        member('e', 'accepter'),
      ]),
    );
    const ids = await createClient(server).projects.idsWithRole(['owner', 'training_data_user']);
    expect(ids).toEqual(['a', 'c']);
    expect(server.log).toEqual(['GET /api/v1/my/project-members']);
  });
});

describe('jobs.all', () => {
  /** Answers with pages of `limit` jobs strictly older than asked for, as Annofab does. */
  const startJobServer = (dateTimes: readonly string[], limit: number) => {
    const jobs = dateTimes.map((created_datetime, index) => ({ job_id: `job-${index}`, created_datetime }));
    return startServer((request, response) => {
      const before = new URL(request.url, 'http://h').searchParams.get('exclusive_start_created_datetime');
      const older = jobs.filter((job) => before === null || Date.parse(job.created_datetime) < Date.parse(before));
      sendJson(response, { list: older.slice(0, limit), has_next: older.length > limit });
    });
  };
  const idsOf = async (server: Awaited<ReturnType<typeof startServer>>) =>
    (await collect(createClient(server).jobs.all({ project_id: 'p', query: { type: 'invoke-hook' } }))).map(
      ({ job_id }) => job_id,
    );

  it('starts the next page one millisecond after the last job', async () => {
    const dateTimes = ['2026-01-15T12:00:00.25+09:00', '2026-01-15T02:00:00Z', '2026-01-15T10:00:00.100+09:00'];
    const server = await startJobServer(dateTimes, 2);
    expect(await idsOf(server)).toEqual(['job-0', 'job-1', 'job-2']);
    expect(server.log[0]).toBe('GET /api/v1/projects/p/jobs?limit=200&type=invoke-hook');
    expect(server.log[1]).toContain(encodeURIComponent('2026-01-15T11:00:00.001+09:00'));
    expect(server.log).toHaveLength(2);
  });

  it('lists jobs of the same millisecond once when a page ends among them', async () => {
    const same = '2026-01-15T11:00:00.000+09:00';
    const server = await startJobServer(
      ['2026-01-15T12:00:00.000+09:00', same, same, same, '2026-01-15T10:00:00.000+09:00'],
      3,
    );
    expect(await idsOf(server)).toEqual(['job-0', 'job-1', 'job-2', 'job-3', 'job-4']);
  });

  it('continues with older jobs when more than a page has the same millisecond', async () => {
    const same = '2026-01-15T11:00:00.000+09:00';
    const server = await startJobServer([same, same, same, '2026-01-15T10:00:00.000+09:00'], 2);
    expect(await idsOf(server)).toEqual(['job-0', 'job-1', 'job-3']);
  });

  it.each<[string, string[], number]>([
    ['ignores the cursor', ['2026-01-15T11:00:00.000+09:00'], 3],
    ['alternates between two pages', ['2026-01-15T11:00:00.000+09:00', '2026-01-15T10:00:00.000+09:00'], 3],
    ['grows newer', ['2026-01-15T11:00:00.000+09:00', '2026-01-15T12:00:00.000+09:00'], 2],
    ['has no date-time that can be read', ['same'], 1],
  ])('throws PagingError instead of requesting for ever when the answer %s', async (_name, dateTimes, requests) => {
    const server = await startServer((_request, response, count) => {
      const created_datetime = dateTimes[(count - 1) % dateTimes.length];
      sendJson(response, { list: [{ job_id: `job-${created_datetime}`, created_datetime }], has_next: true });
    });
    const error = await failureOf(idsOf(server));
    expect(error).toBeInstanceOf(PagingError);
    expect(error.message).toMatch(/^getProjectJob: .+ requested, but the last of them (is of 2026|has no)/);
    expect(server.log).toHaveLength(requests);
  });
});
