import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readStageSettings, type SettingsRead } from './read-stage-settings.ts';

export interface SettingsFile extends SettingsRead {
  /** `settings/dev.yml` */
  readonly path: string;
  readonly exists: boolean;
}

/**
 * Reads `settings/<stage>.yml`. A stage without a file has the defaults. Problems name the file.
 *
 * @param folder that of serverless.yml
 */
export async function readSettingsFile(folder: string, stage: string): Promise<SettingsFile> {
  const path = `settings/${stage}.yml`;
  const { text, problem } = await readText(join(folder, path));
  const { value, problems: unreadable } = problem === undefined ? readYaml(text ?? '') : { problems: [problem] };
  const { settings, problems } = readStageSettings(value);
  return {
    path,
    exists: text !== undefined,
    settings,
    problems: [
      ...[...unreadable, ...problems].map((each) => `${path}: ${each}`),
      ...(existsSync(join(folder, `settings/${stage}.yaml`))
        ? [`settings/${stage}.yaml is not read: move what it has to ${path}`]
        : []),
    ],
  };
}

async function readText(file: string): Promise<{ readonly text?: string; readonly problem?: string }> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' ? {} : { problem: `The file cannot be read (${code})` };
  }
}

/** @returns the value as far as the text is valid, and why it is not */
function readYaml(text: string): { readonly value?: unknown; readonly problems: readonly string[] } {
  const document = parseDocument(text);
  // Its second line is a drawing, and the first one says where to look in it.
  const problems = document.errors.map(({ code, message, linePos: [{ line }] = [{ line: 1, col: 1 }] }) =>
    code === 'MULTIPLE_DOCS'
      ? `Line ${line} begins a second document (---), and only one is allowed`
      : message.split('\n', 1).join().replace(/:$/, ''),
  );
  if (problems.length > 0) return { problems };
  try {
    return { value: document.toJS(), problems };
  } catch (error) {
    // An alias without an anchor, or one that expands to too much.
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}
