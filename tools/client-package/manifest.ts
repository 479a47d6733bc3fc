import { readFile } from 'node:fs/promises';

interface RootManifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The npm packages that `lib/annofab` imports; test/floors.test.ts allows no others. */
const DEPENDENCIES = ['undici', 'yauzl'] as const;

/** Needed by some subpaths only; their users install them. */
const OPTIONAL_PEERS = ['hyparquet', 'hyparquet-writer', 'image-size', 'modern-tar', 'pngjs'] as const;

/** The package's `package.json`, with the versions that this repository is tested with. */
export async function clientManifest(root: URL): Promise<object> {
  const { version, license, dependencies, devDependencies }: RootManifest = JSON.parse(
    await readFile(new URL('package.json', root), 'utf8'),
  );
  return {
    name: 'annofab-client',
    version,
    description: 'A typed client of the whole Annofab Web API (annofab.com): annotations, tasks, jobs, archives',
    keywords: ['annofab', 'annotation', 'machine-learning', 'dataset', 'api-client'],
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22.19' },
    exports: {
      '.': { types: './dist/annofab/index.d.ts', default: './dist/annofab/index.js' },
      './enumerations': {
        types: './dist/annofab/generated/enumerations.d.ts',
        default: './dist/annofab/generated/enumerations.js',
      },
      './archives': { types: './dist/annofab/archives/index.d.ts', default: './dist/annofab/archives/index.js' },
      './datasets': { types: './dist/datasets/index.d.ts', default: './dist/datasets/index.js' },
      './masks': { types: './dist/annofab/masks/index.d.ts', default: './dist/annofab/masks/index.js' },
      './specs': { types: './dist/annofab/specs/index.d.ts', default: './dist/annofab/specs/index.js' },
      './zip': { types: './dist/annofab/archives/zip/index.d.ts', default: './dist/annofab/archives/zip/index.js' },
      './package.json': './package.json',
    },
    files: ['dist', 'docs', 'src'],
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, `^${dependencies[name]}`])),
    peerDependencies: Object.fromEntries(OPTIONAL_PEERS.map((name) => [name, `^${devDependencies[name]}`])),
    peerDependenciesMeta: Object.fromEntries(OPTIONAL_PEERS.map((name) => [name, { optional: true }])),
  };
}
