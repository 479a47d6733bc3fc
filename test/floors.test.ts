import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The declared subpaths by which other rooms import the client: never a file inside. */
const CLIENT = [
  'lib/annofab/index.ts',
  'lib/annofab/core.ts',
  'lib/annofab/errors.ts',
  'lib/annofab/api-description.ts',
  'lib/annofab/archives/index.ts',
  'lib/annofab/archives/zip/index.ts',
  'lib/annofab/generated/enumerations.ts',
  'lib/annofab/masks/index.ts',
  'lib/annofab/specs/index.ts',
];

/** What each room may import from, itself included. A room that is not listed is not a room. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/core': ['lib/core'],
  'lib/annofab': ['lib/annofab', 'lib/core'],
  'lib/webhooks': ['lib/webhooks', 'lib/core'],
  'lib/datasets': ['lib/datasets', ...CLIENT, 'lib/core'],
  'lib/settings': ['lib/settings', 'lib/webhooks', 'lib/core'],
  'lib/runtime': ['lib/runtime', 'lib/webhooks', ...CLIENT, 'lib/core'],
  'lib/aws': ['lib/aws', 'lib/runtime', 'lib/core'],
  'lib/deliveries': ['lib/deliveries', 'lib/aws', 'lib/runtime', 'lib/webhooks', ...CLIENT, 'lib/core'],
  'lib/automations': [
    ...['lib/automations', 'lib/aws', 'lib/datasets', 'lib/runtime', 'lib/settings', 'lib/webhooks'],
    ...[...CLIENT, 'lib/core'],
  ],
  'lib/lambda': [
    ...[
      'lib/lambda',
      'lib/automations',
      'lib/deliveries',
      'lib/aws',
      'lib/runtime',
      'lib/webhooks',
      ...CLIENT,
      'lib/core',
    ],
  ],
  functions: ['functions', 'lib'],
  local: ['local', 'lib'],
  cli: ['cli', 'local', 'lib'],
};

/** Packages that only some rooms may know. */
const packages: ReadonlyArray<{ pattern: RegExp; rooms: readonly string[] }> = [
  { pattern: /^@aws-sdk\//, rooms: ['lib/aws', 'lib/deliveries', 'local', 'cli'] },
  { pattern: /^(@types\/)?aws-lambda$/, rooms: ['lib/lambda', 'lib/deliveries', 'lib/runtime', 'functions', 'local'] },
  { pattern: /^@middy\//, rooms: ['lib/lambda'] },
  { pattern: /^@aws-lambda-powertools\//, rooms: ['lib/runtime'] },
  { pattern: /^yauzl$/, rooms: ['lib/annofab'] },
  { pattern: /^undici$/, rooms: ['lib/annofab', 'local', 'cli'] },
  { pattern: /^pngjs$/, rooms: ['lib/annofab', 'lib/datasets', 'local'] },
  { pattern: /^(hyparquet(-writer)?|image-size|modern-tar)$/, rooms: ['lib/datasets'] },
  { pattern: /^(fastify|fauxqs|croner)$/, rooms: ['local'] },
  { pattern: /^yazl$/, rooms: ['local', 'cli'] },
  { pattern: /^commander$/, rooms: ['cli'] },
];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function roomOf(path: string): string {
  const room = Object.keys(mayImport).find((name) => path.startsWith(`${name}/`));
  if (room === undefined) throw new Error(`${path} stands in no room: put it into one, or add the room to this test`);
  return room;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const specifiers = source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => ({
    file,
    room: roomOf(file),
    target: specifier.startsWith('.') ? relative(root, join(root, dirname(file), specifier)) : specifier,
  }));
}

const files = globSync('{lib,functions,local,cli}/**/*.ts', { cwd: root });
const imports = files.flatMap(importsOf);
const isOwnFile = (target: string) => /^(lib|functions|local|cli|test|bench|tools)\//.test(target);

describe('floors', () => {
  it('finds the files it speaks of', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.some(({ room }) => room === 'lib/automations')).toBe(true);
  });

  it('import downward only', () => {
    const upward = imports
      .filter(({ target }) => isOwnFile(target))
      .filter(
        ({ room, target }) =>
          !mayImport[room]?.some((allowed) => target === allowed || target.startsWith(`${allowed}/`)),
      );
    expect(upward.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('import the client through its declared subpaths only', () => {
    const inside = imports
      .filter(({ file, target }) => target.startsWith('lib/annofab/') && !file.startsWith('lib/annofab/'))
      .filter(({ target }) => !CLIENT.includes(target));
    expect(inside.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('know only the packages of their room', () => {
    const strangers = imports.filter(({ room, target }) =>
      packages.some(({ pattern, rooms }) => pattern.test(target) && !rooms.includes(room)),
    );
    expect(strangers.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
