import { describe, expect, it } from 'vitest';
import { durationText } from '../../../cli/frame/progress.ts';
import { HAS_TERMINAL, onTerminal } from '../../support/terminal.ts';

describe('durationText', () => {
  it.each([
    [59, '59 s'],
    [61, '2 min'],
    [3_599, '1 h 0 min'],
    [3_600, '1 h 0 min'],
    [7_199, '2 h 0 min'],
  ])('writes %i seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe.runIf(HAS_TERMINAL)('progress on a pseudo-terminal', () => {
  const drawing = (...lines: readonly string[]) =>
    onTerminal([
      '--input-type=module',
      '-e',
      [
        "import { createProgress, endProgressLine } from './cli/frame/progress.ts';",
        "import { runCommand } from './cli/frame/run-command.ts';",
        "import { newCommand } from './cli/frame/new-command.ts';",
        ...lines,
      ].join('\n'),
    ]);

  it('draws a bar over the one before, and ends its line at the end', async () => {
    const { screen } = await drawing(
      "const progress = createProgress('tasks sent', 2);",
      'progress(0); progress(2);',
      "console.log('done');",
    ).ended;
    expect(screen).toBe(
      `\r[${'.'.repeat(24)}] 0 of 2 tasks sent\u001b[K\r[${'#'.repeat(24)}] 2 of 2 tasks sent\u001b[K\r\ndone\r\n`,
    );
  });

  it('never draws a line that wraps', async () => {
    const { screen } = await drawing(
      'process.stderr.columns = 20;',
      "createProgress('tasks compared', 10)(1);",
      'endProgressLine();',
    ).ended;
    expect(screen).toBe(`\r[##${'.'.repeat(16)}\u001b[K\r\n`);
  });

  it('gives the error of a command a line of its own after a bar', async () => {
    const { code, screen } = await drawing(
      "const command = newCommand('x', 'x').action(() => { createProgress('bytes')(5); throw new Error('The disk is full.'); });",
      'await runCommand(command, []);',
    ).ended;
    expect({ code, screen }).toEqual({ code: 1, screen: '\r5 bytes\u001b[K\r\nThe disk is full.\r\n' });
  });
});
