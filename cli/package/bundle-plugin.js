/**
 * Lets `serverless package` and `serverless deploy` bundle each function with esbuild: a ZIP with one file and its source map.
 *
 * Plain JavaScript, as plugin.js beside it; the bundling itself is bundle-functions.ts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../node.js', import.meta.url));
const BUNDLE = fileURLToPath(new URL('package-functions.ts', import.meta.url));

export default class FunctionBundles {
  constructor(serverless, { function: only }) {
    this.hooks = {
      'before:package:createDeploymentArtifacts': () => bundle(serverless, serverless.service.getAllFunctions()),
      'before:deploy:function:packageFunction': () => bundle(serverless, [only]),
    };
  }
}

function bundle(serverless, names) {
  // Relative, because the package names these files and may be deployed on another machine.
  const artifactOf = (name) => join('.serverless', `${name}.zip`);
  const functions = names.map((name) => ({ name, definition: serverless.service.getFunction(name) }));
  const input = functions.map(({ name, definition: { handler } }) => ({
    handler,
    zipFile: join(serverless.serviceDir, artifactOf(name)),
  }));
  const { status, stderr } = spawnSync(process.execPath, [NODE, BUNDLE], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (status !== 0) throw new serverless.classes.Error(stderr.trim());
  for (const { name, definition } of functions) {
    definition.package = { ...definition.package, artifact: artifactOf(name) };
  }
}
