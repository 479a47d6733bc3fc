// Plain JavaScript, so that it runs and explains itself on a Node that cannot run TypeScript.
// On Linux (x64, arm64) `npm ci` installs the right Node beside the project, and `npm run` uses it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `annofab-functions needs Node 22.19 or newer, and this is Node ${process.versions.node}.\n` +
      (process.platform === 'linux'
        ? 'Run `npm ci` without `--omit=optional`, so that the Node that the project brings is installed, and use `npm run`.'
        : 'Install a newer one from https://nodejs.org and try again.'),
  );
  process.exit(1);
}
