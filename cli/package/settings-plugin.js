/**
 * Changes the service as settings/<stage>.yml says, before osls looks at it: what is switched off is neither bundled nor
 * deployed. plugin.js refuses a file with problems later, together with all others.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../node.js', import.meta.url));
const SETTINGS = fileURLToPath(new URL('print-settings.ts', import.meta.url));

export default class StageSettings {
  constructor(serverless, _options, { log } = {}) {
    this.hooks = {
      initialize: () => apply(serverless),
      'before:deploy:deploy': () => {
        const file = fileOf(serverless);
        if (!existsSync(join(serverless.serviceDir, file)))
          log.warning(`${file} does not exist: the stage gets the defaults of every setting`);
      },
    };
  }
}

function apply({ service, serviceDir, classes }) {
  const { functions, resources, provider } = service;
  const { status, stdout, stderr } = spawnSync(process.execPath, [NODE, SETTINGS, provider.stage, '--apply'], {
    cwd: serviceDir,
    input: JSON.stringify({ functions, resources: merged(resources) }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new classes.Error(stderr.trim());
  Object.assign(service, JSON.parse(stdout));
}

/** osls takes a list of parts, and merges their sections in their order. */
function merged(resources) {
  const parts = [resources].flat().filter(Boolean);
  const names = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  return Object.fromEntries(
    names.map((name) => {
      const values = parts.flatMap((part) => (name in part ? [part[name]] : []));
      return [name, typeof values[0] === 'object' ? Object.assign({}, ...values) : values[0]];
    }),
  );
}

function fileOf({ service }) {
  return `settings/${service.provider.stage}.yml`;
}
