/** How long the commands take that a person waits for: the help beside an empty Node, `npm start` until it is ready, the demo. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { figure, type Run, ratio } from '../figures.ts';
import { interleave } from '../measure.ts';

const BIN = 'cli/annofab-functions.js';
const root = fileURLToPath(new URL('../..', import.meta.url));

export const run: Run = async ({ quick }) => {
  const starts = {
    empty: () => secondsOf(['--eval', '0']),
    help: () => secondsOf([BIN, '--help']),
  };
  await interleave(starts, 1); // Fill the compile cache.
  const { empty, help } = await interleave(starts, quick ? 10 : 30);
  const rounds = quick ? 1 : 5;
  const { ready, demo } = await interleave({ ready: secondsUntilReady, demo: () => secondsOf([BIN, 'demo']) }, rounds);
  return [
    figure('commands: an empty Node', empty.map(inMs), 'ms'),
    figure('commands: --help', help.map(inMs), 'ms'),
    ratio('commands: --help, beside an empty Node', help, empty),
    figure('commands: npm start, until it is ready', ready, 's'),
    figure('commands: npm run demo', demo, 's'),
  ];
};

async function secondsOf(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return (performance.now() - start) / 1_000;
}

/** Until its line of JSON, which it prints when everything runs. */
async function secondsUntilReady(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [BIN, 'start', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const seconds = (performance.now() - start) / 1_000;
  child.stdout.resume();
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

function inMs(seconds: number): number {
  return seconds * 1_000;
}
