import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endOfLog } from './processes/protocol.ts';

/** A line that a function wrote. */
export interface LogLine {
  /** `on-task-completed` */
  readonly functionName: string;
  /** The current invocation; undefined while the module is loaded. */
  readonly requestId: string | undefined;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export type LogSink = (line: LogLine) => void;

/** Reads the log lines of one stream of a process, invocation by invocation. */
export interface LogReader {
  /** Attributes the next lines to this invocation. Resolves when its last line was read, or the stream ended. */
  readUntilEnd(requestId: string): Promise<void>;
}

export function readLog(
  input: Readable,
  { functionName, stream, sink }: { functionName: string; stream: LogLine['stream']; sink: LogSink },
): LogReader {
  let current: { requestId: string; end: string; resolve: () => void } | undefined;
  let closed = false;
  const lines = createInterface({ input });

  lines.on('line', (line) => {
    const ended = current !== undefined && line.endsWith(current.end);
    // The end mark directly follows a last line that has no line break.
    const text = ended && current !== undefined ? line.slice(0, -current.end.length) : line;
    if (text !== '') sink({ functionName, requestId: current?.requestId, stream, text });
    if (ended) finish();
  });
  lines.on('close', () => {
    closed = true;
    finish();
  });

  function finish(): void {
    current?.resolve();
    current = undefined;
  }

  return {
    readUntilEnd(requestId) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (closed) resolve();
      else current = { requestId, end: endOfLog(requestId), resolve };
      return promise;
    },
  };
}
