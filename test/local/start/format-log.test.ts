import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatLogLine, logLineAsJson } from '../../../local/lambda/index.ts';

const NOW = new Date(2026, 0, 31, 13, 2, 11);
const of = (text: string) => ({ functionName: 'on-task-completed', requestId: 'r', stream: 'stdout' as const, text });
const line = (fields: object) => of(JSON.stringify({ level: 'INFO', timestamp: NOW.toISOString(), ...fields }));
const ESC = String.fromCharCode(27);

let before: string | undefined;
beforeEach(() => {
  before = process.env['FORCE_COLOR'];
  process.env['FORCE_COLOR'] = '0';
});
afterEach(() => {
  if (before === undefined) delete process.env['FORCE_COLOR'];
  else process.env['FORCE_COLOR'] = before;
});

describe('a log line on a terminal', () => {
  it('has the time of this machine, the function, the level, the message and the fields that differ', () => {
    const text = formatLogLine(line({ message: 'Task exported', task_id: 'task-1', cold_start: true, files: 3 }));
    expect(text).toBe('13:02:11  on-task-completed  INFO  Task exported  task_id=task-1  files=3');
  });

  it('shows a whole error as it is, with its stack and causes', () => {
    const error = 'Error: boom\n    at exportTask (lib/a.ts:1:2) {\n  [cause]: TypeError: inner\n}';
    const text = formatLogLine(line({ level: 'ERROR', message: 'Error', error }));
    expect(text).toBe(`13:02:11  on-task-completed  ERROR  ${error}`);
  });

  it('is left as it is when it has no structure, and left out when it is a metric', () => {
    expect(formatLogLine(of('hello'), NOW)).toBe('13:02:11  on-task-completed  hello');
    expect(formatLogLine(line({ _aws: {} }))).toBeUndefined();
  });

  it('is red for an error where colours are shown', () => {
    process.env['FORCE_COLOR'] = '1';
    expect(formatLogLine(line({ level: 'ERROR', message: 'Failed' }))).toContain(`${ESC}[31mFailed${ESC}[39m`);
  });
});

describe('a log line as JSON', () => {
  it('has the name of the function before the fields', () => {
    const text = logLineAsJson(line({ message: 'Task exported', task_id: 'task-1' })) ?? '';
    expect(text).toMatch(/^\{"function":"on-task-completed",/);
    expect(JSON.parse(text)).toMatchObject({ level: 'INFO', message: 'Task exported', task_id: 'task-1' });
  });

  it('holds a text without structure, and is left out when it is a metric', () => {
    expect(JSON.parse(logLineAsJson(of('hello')) ?? '')).toEqual({
      function: 'on-task-completed',
      stream: 'stdout',
      message: 'hello',
    });
    expect(logLineAsJson(line({ _aws: {} }))).toBeUndefined();
  });
});
