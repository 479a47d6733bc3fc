/** Installs the tools that a script needs, at its first use: `node cli/node.js tools/install.ts checks`. */
import { installTools } from './install-tools.ts';

const [tools = ''] = process.argv.slice(2);
try {
  installTools(tools);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
