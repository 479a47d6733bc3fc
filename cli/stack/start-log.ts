import { relative } from 'node:path';
import { styleText } from 'node:util';
import { parseJson } from '../../lib/core/json.ts';
import { clockTime, formatLogLine, type LogSink, logLineAsJson, type Reload } from '../../local/lambda/index.ts';

/** What `npm start` prints while it runs. */
export interface StartLog {
  readonly onLog: LogSink;
  readonly onReload: (reload: Reload) => void;
  /** A message that the functions post to the local chat. */
  readonly onChat: (message: string) => void;
}

const STYLES = { INFO: 'green', WARN: 'yellow', ERROR: 'red' } as const;

/** Lines for people, with the time, and with colours where standard output shows them. */
const TERMINAL_LOG: StartLog = {
  onLog: (line) => printIfAny(formatLogLine(line)),
  onReload: (reload) => {
    const { level, message } = reported(reload);
    console.log(`${styleText('dim', clockTime(new Date()))}  ${styleText(STYLES[level], message)}`);
  },
  onChat: (message) => {
    console.log(`${styleText('dim', clockTime(new Date()))}  ${styleText('cyan', 'chat')}  ${message}`);
  },
};

/** One JSON object for each line. */
const JSON_LOG: StartLog = {
  onLog: (line) => printIfAny(logLineAsJson(line)),
  onReload: (reload) => {
    console.log(JSON.stringify({ ...reported(reload), timestamp: new Date().toISOString(), reload }));
  },
  onChat: (message) => {
    console.log(JSON.stringify({ chat: parseJson(message, message), timestamp: new Date().toISOString() }));
  },
};

/** A program reads JSON, and so does a file that is searched later. */
export function startLog(json: boolean): StartLog {
  return json || !process.stdout.isTTY ? JSON_LOG : TERMINAL_LOG;
}

function reported(reload: Reload): { level: 'INFO' | 'WARN' | 'ERROR'; message: string } {
  switch (reload.kind) {
    case 'reloaded':
      return { level: 'INFO', message: `reloaded ${reload.functions.join(', ')} in ${reload.seconds.toFixed(1)} s` };
    case 'broken': {
      const of = reload.functions.length === 0 ? '' : ` of ${reload.functions.join(', ')}`;
      const message = `not reloaded; the last good version${of} goes on:\n  ${reload.problems.join('\n  ')}`;
      return { level: 'ERROR', message };
    }
    case 'needs-restart': {
      const files = reload.files.map((file) => relative(process.cwd(), file)).join(', ');
      return { level: 'WARN', message: `${files} changed: restart to apply it` };
    }
    case 'unwatched':
      return { level: 'WARN', message: `files are not watched, restart after a change: ${reload.reason}` };
  }
}

function printIfAny(text: string | undefined): void {
  if (text !== undefined) console.log(text);
}
