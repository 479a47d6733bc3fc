/** Starts a function as Lambda does, up to the moment at which it asks for its first event. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';

export interface Starter {
  /**
   * Starts the handler of a bundle in a process, which ends when it asks for an event.
   *
   * @param handler `<file without extension>.<export>`, in `taskRoot`
   * @returns the processor time until then, in seconds
   * @throws Error when the handler cannot be loaded
   */
  start(taskRoot: string, handler: string): Promise<number>;
  stop(): void;
}

/**
 * A Runtime API without events.
 *
 * @param program the runtime interface client
 * @param env the variables of the functions
 */
export async function createStarter(program: string, env: Readonly<Record<string, string>>): Promise<Starter> {
  let onRequest = (_url: string) => {};
  const server = createServer(({ url = '' }) => onRequest(url));
  const api = `${LOOPBACK}:${await listen(server)}`;
  return {
    async start(taskRoot, handler) {
      const child = spawn(process.execPath, ['--expose-gc', program], {
        env: { ...env, AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: taskRoot, _HANDLER: handler },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = once(child, 'exit');
      const asked = new Promise<number>((resolve, reject) => {
        onRequest = (url) => {
          if (url.endsWith('/invocation/next')) resolve(processorSeconds(child.pid ?? 0));
          else reject(new Error(`${handler} could not be loaded`));
        };
      });
      try {
        return await Promise.race([asked, ended.then(() => Promise.reject(new Error(`${handler} ended`)))]);
      } finally {
        child.kill('SIGKILL');
        await ended;
      }
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Of all threads of a process, as Linux counts it, in nanoseconds: `times` has steps of 10 ms. */
function processorSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, id) => sum + threadNanoseconds(pid, id), 0) / 1e9;
}

function threadNanoseconds(pid: number, id: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ', 1)[0]);
  } catch {
    return 0; // The thread has ended since they were listed.
  }
}
