import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const SCHEMAS = /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/;
const MANIFEST = /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/;

/** Lets esbuild leave out what the clients of AWS describe and no function calls: most of the client of S3. */
export const awsSdkSources: Plugin = {
  name: 'aws-sdk-sources',
  setup(build) {
    build.onLoad({ filter: SCHEMAS }, async ({ path }) => ({ contents: withPlainKeys(await readFile(path, 'utf8')) }));
    build.onLoad({ filter: MANIFEST }, async ({ path }) => {
      // A client reads nothing else of its manifest.
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** `[_hH]: _CM` becomes `"httpHeader": _CM`: esbuild keeps what has a computed key, because that may have an effect. */
function withPlainKeys(source: string): string {
  const constants = [...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)];
  const texts = new Map(constants.map(([, name = '', text = '']) => [name, text]));
  return source.replace(/\[(\w+)\](?=: )/g, (key, name) => texts.get(name) ?? key);
}
