/**
 * Runs a file, or a command of an installed package, with a Node that can run this project:
 *
 *     node cli/node.js cli/demo.ts --json
 *     node cli/node.js vitest run
 *
 * On Linux (x64, arm64) `npm ci` installs that Node beside the project; elsewhere it is the Node that runs this file. npm 10
 * leaves the installed one out of node_modules/.bin, so it is looked up where it lies. ANNOFAB_FUNCTIONS_NODE names another.
 *
 * Plain JavaScript, so that it runs and explains itself on a Node that cannot run TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));
/** The commands of the project's packages, and of those that tools/install.ts installs when a script needs them. */
const BINS = [
  'node_modules/.bin',
  ...['checks', 'deploy', 'mutation'].map((tools) => `tools/${tools}/node_modules/.bin`),
].map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));
const INSTALLED = join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', 'node');
const NAMED = process.env['ANNOFAB_FUNCTIONS_NODE'];

const candidates = NAMED ? [resolve(NAMED)] : [INSTALLED, process.execPath];
const node = candidates.find((path) => isNewEnough(versionOf(path)));
if (node === undefined) explain();
else run(node, process.argv.slice(2));

/** Asks the binary itself, because the installed one does not start on every Linux (musl, an old glibc). */
function versionOf(path) {
  if (path === process.execPath) return process.version;
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}

function explain() {
  const subject = NAMED ? `ANNOFAB_FUNCTIONS_NODE, ${NAMED}, is not one` : `this is Node ${process.versions.node}`;
  const remedy = NAMED
    ? 'Name another one, or unset the variable.'
    : process.platform === 'linux'
      ? 'Run `npm ci` without `--omit=optional`, which installs one beside the project, or install it from https://nodejs.org.'
      : 'Install it from https://nodejs.org and try again.';
  console.error(`annofab-functions needs Node 22.19 or newer, and ${subject}.\n${remedy}`);
  process.exitCode = 1;
}

function run(node, [target = '', ...args]) {
  // The child's own children find the same Node by its name. The running one is in the PATH already, beside other programs.
  const first = node === process.execPath ? [] : [dirname(node)];
  process.env['PATH'] = [...first, ...BINS, process.env['PATH']].join(delimiter);
  // Loading from the cache takes half the time. It is read and written by the child and by the processes that it starts.
  process.env['NODE_COMPILE_CACHE'] ??= join(MODULES, '.cache', 'compile');
  // Node 22 warns at every start that stripping types is experimental.
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --disable-warning=ExperimentalWarning`;

  const isFile = /\.[jt]s$/.test(target);
  const child = spawn(isFile ? node : target, isFile ? [target, ...args] : args, {
    stdio: 'inherit',
    // There the commands of packages are batch files.
    shell: !isFile && process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${target} could not be started: ${error.message}`);
    process.exitCode = 127;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
