import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTerminal, type Terminal } from '../../../cli/frame/terminal.ts';
import { HAS_TERMINAL, onTerminal, type TerminalSession } from '../../support/terminal.ts';

/** Streams in the place of a terminal. */
function fakeTerminal(): { terminal: Terminal; type: (keys: string) => void; shown: () => string; end: () => void } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const terminal = openTerminal({ input, output });
  onTestFinished(() => terminal.close());
  return { terminal, type: (keys) => void input.write(keys), shown: () => shown, end: () => void input.end() };
}

describe('a terminal', () => {
  it('shows what is typed as an answer, and nothing of a hidden one', async () => {
    const { terminal, type, shown } = fakeTerminal();
    const name = terminal.ask('Name: ');
    type(' alice \r');
    expect(await name).toBe('alice');
    const secret = terminal.askHidden('Secret: ');
    type('p ass\u007f\u007f\u007f\u007fassword \r');
    expect(await secret).toBe('password ');
    expect(shown()).toContain('alice');
    expect(shown()).toMatch(/Secret: \n$/);
  });

  it('takes pasted lines as the next answers, and shows nothing of the hidden one among them', async () => {
    const { terminal, type, shown } = fakeTerminal();
    const first = terminal.ask('Name: ');
    type('alice\rhidden-value\rdemo\r');
    expect([await first, await terminal.askHidden('Secret: '), await terminal.ask('Project: ')]).toEqual([
      'alice',
      'hidden-value',
      'demo',
    ]);
    expect(shown()).not.toContain('hidden');
    expect(shown()).toContain('Project: demo\n');
  });

  it('shows nothing of what is typed between two questions', async () => {
    const { terminal, type, shown } = fakeTerminal();
    type('hidden-');
    const secret = terminal.askHidden('Secret: ');
    type('value\r');
    expect(await secret).toBe('hidden-value');
    expect(shown()).toBe('Secret: \n');
  });

  it('does not bring an earlier answer back by the arrow keys', async () => {
    const { terminal, type, shown } = fakeTerminal();
    const secret = terminal.askHidden('Secret: ');
    type('hidden-value\r');
    await secret;
    const name = terminal.ask('Name: ');
    type('\u001b[Aalice\r');
    expect(await name).toBe('alice');
    expect(shown()).not.toContain('hidden');
  });

  it('fails an open question on Ctrl-C and at the end of the input', async () => {
    const one = fakeTerminal();
    const question = one.terminal.ask('Name: ');
    one.type('\u0003');
    await expect(question).rejects.toMatchObject({ name: 'InterruptedError', signal: 'SIGINT' });
    const other = fakeTerminal();
    const hidden = other.terminal.askHidden('Secret: ');
    other.end();
    await expect(hidden).rejects.toThrow('the input has ended');
    await expect(other.terminal.ask('Name: ')).rejects.toThrow('the input has ended');
  });
});

describe.runIf(HAS_TERMINAL)('a pseudo-terminal', () => {
  const ASK = `
    import { confirm } from './cli/frame/confirm.ts';
    import { exitCodeOf } from './cli/frame/exit-codes.ts';
    import { openTerminal } from './cli/frame/terminal.ts';
    try {
      console.log('confirmed ' + await confirm('Remove it?'));
      const terminal = openTerminal();
      const secret = await terminal.askHidden('Secret: ');
      terminal.close();
      console.log('length ' + secret.length);
      process.stdin.once('data', (data) => { console.log('echoed'); process.stdin.pause(); }).resume();
      console.log('ready');
    } catch (error) {
      console.log(error.message);
      process.exitCode = exitCodeOf(error);
    }`;
  const asking = (): TerminalSession => onTerminal(['--input-type=module', '-e', ASK]);

  it('is asked a question, then for a secret that it does not show, and echoes again afterwards', async () => {
    const session = asking();
    await session.shows('Remove it? [y/N] ');
    session.press('yes\r');
    await session.shows('confirmed true');
    await session.shows('Secret: ');
    session.press('hidden-value\r');
    await session.shows('length 12');
    await session.shows('ready');
    session.press('shown\r');
    await session.shows('shown');
    await session.shows('echoed');
    const { code, screen } = await session.ended;
    expect(code).toBe(0);
    expect(screen).not.toContain('hidden');
  });

  it.each([
    ['an empty line', '\r', 'confirmed false'],
    ['anything but a yes', 'yesterday\r', 'confirmed false'],
  ])('says no by %s', async (_, keys, shown) => {
    const session = asking();
    await session.shows('[y/N] ');
    session.press(keys);
    await session.shows(shown);
    session.kill('SIGKILL');
    await session.ended;
  });

  it.each([
    ['Ctrl-C', '\u0003', { code: 130, text: 'Interrupted.' }],
    ['Ctrl-D', '\u0004', { code: 1, text: 'No answer: the input has ended.' }],
  ])('ends a question by %s with its exit code', async (_, keys, { code, text }) => {
    const session = asking();
    await session.shows('[y/N] ');
    session.press(keys);
    await session.shows(text);
    expect(await session.ended).toMatchObject({ code });
  });

  it('ends a question by SIGTERM with its exit code', async () => {
    const session = asking();
    await session.shows('[y/N] ');
    session.kill('SIGTERM');
    await session.shows('Interrupted.');
    expect(await session.ended).toMatchObject({ code: 143 });
  });
});
