/**
 * The settings of the stage, which serverless.yml reads as `custom.settings`: those of settings/<stage>.yml, and the defaults.
 *
 * CommonJS, because osls loads it by `require` on a Node that may not run TypeScript: print-settings.ts does the work.
 */
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

module.exports = async ({ resolveVariable }) => {
  const stage = await resolveVariable('sls:stage');
  const args = [join(__dirname, '..', 'node.js'), join(__dirname, 'print-settings.ts'), stage];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return JSON.parse(stdout);
};
