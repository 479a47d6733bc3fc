import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const run = promisify(execFile);

/** What bash offers for a command line that ends with the last word. */
async function completions(...words: readonly string[]): Promise<string[]> {
  const { out: script } = await runCommand('completion', ['bash']);
  const line = ['annofab-functions', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _annofab_functions; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['--norc', '-c', `${script}\n${ask}`]);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('the completion in bash', () => {
  it('completes commands', async () => {
    expect(await completions('')).toEqual(expect.arrayContaining(['start', 'webhooks', 'pull', 'completion', 'help']));
    expect(await completions('de')).toEqual(['demo', 'deliveries']);
  });

  it('completes subcommands, and the commands after help', async () => {
    expect(await completions('webhooks', 'l')).toEqual(['list']);
    expect(await completions('help', 'tri')).toEqual(['trigger']);
  });

  it('completes the options of a subcommand after other options', async () => {
    expect(await completions('webhooks', 'apply', '--project', 'p', '--re')).toEqual(['--replace']);
    expect(await completions('deliveries', 'list', '--l')).toEqual(['--local']);
  });

  it('completes the values of options and arguments that have a known set', async () => {
    expect(await completions('deliveries', 'list', '--event-type', 'task')).toEqual(['task-completed']);
    expect(await completions('trigger', 'proj')).toEqual(['project-copy-completed']);
    expect(await completions('archives', 'download', '--format', '')).toEqual(['simple', 'full']);
  });

  it('leaves other words to the file names of the shell', async () => {
    expect(await completions('pull', '--to', 'dat')).toEqual([]);
  });
});

describe('annofab-functions completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that the shell can read, if it is installed',
    async (shell) => {
      const { code, out } = await runCommand('completion', [shell]);
      expect(code).toBe(0);
      expect(out).toContain('webhooks');
      if (isInstalled(shell)) await run(shell, shell === 'fish' ? ['--no-execute', '-c', out] : ['-n', '-c', out]);
    },
  );

  it('names the shells for an unknown one, and exits with 2', async () => {
    const { code, err } = await runCommand('completion', ['tcsh']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/Allowed choices are bash, zsh, fish/) });
  });
});

function isInstalled(shell: string): boolean {
  try {
    execFileSync(shell, ['--version']);
    return true;
  } catch {
    return false;
  }
}
