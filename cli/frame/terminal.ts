import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { InterruptedError } from './exit-codes.ts';

/** Asks questions on a terminal. */
export interface Terminal {
  /** Asks, and shows what is typed. @returns the line without spaces at its ends */
  ask(question: string): Promise<string>;
  /** Asks, and shows nothing of what is typed. @returns the line as it was typed */
  askHidden(question: string): Promise<string>;
  close(): void;
}

export interface TerminalStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Questions go to standard error, so that standard output has only the result. */
const STREAMS: TerminalStreams = { input: process.stdin, output: process.stderr };

/**
 * Takes the terminal over until it is closed: between the questions, too, nothing of what is typed is shown, since it may be the
 * answer to a hidden question that comes next. What was typed or pasted ahead answers the next questions.
 *
 * A question that is open fails with InterruptedError on Ctrl-C or a signal, and with Error at the end of the input (Ctrl-D).
 */
export function openTerminal({ input, output }: TerminalStreams = STREAMS): Terminal {
  let isShown = false;
  const echo = new Writable({
    write: (chunk, _encoding, done) => {
      if (isShown) output.write(chunk);
      done();
    },
  });
  // Readline reads the width where a line wraps.
  const columns = { get: () => output.columns };
  // No history: the arrow keys would show an earlier answer, which may be the hidden one.
  const line = createInterface({
    input,
    output: Object.defineProperty(echo, 'columns', columns),
    terminal: true,
    historySize: 0,
  });
  const ahead: string[] = [];
  let open: PromiseWithResolvers<string> | undefined;
  let failure: Error | undefined;

  const fail = (error: Error) => {
    failure ??= error;
    if (open !== undefined) output.write('\n');
    open?.reject(failure);
    open = undefined;
  };
  const onSignal = (signal: NodeJS.Signals) => fail(new InterruptedError(signal));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // The terminal sends no signal while readline reads each key.
  line.on('SIGINT', () => (open === undefined ? process.kill(process.pid, 'SIGINT') : onSignal('SIGINT')));
  line.on('line', (text) => {
    // At once: the rest of what was pasted may be the answer to a hidden question.
    isShown = false;
    if (open === undefined) ahead.push(text);
    else open.resolve(text);
    open = undefined;
  });
  line.on('close', () => fail(new Error('No answer: the input has ended.')));

  async function answerTo(question: string, isHidden: boolean): Promise<string> {
    if (failure !== undefined) throw failure;
    const typed = ahead.shift();
    if (typed !== undefined || isHidden) output.write(question);
    const answer = typed ?? (await nextLine(isHidden ? undefined : question));
    if (isHidden) output.write('\n');
    else if (typed !== undefined) output.write(`${typed}\n`);
    return answer;
  }

  function nextLine(prompt: string | undefined): Promise<string> {
    open = Promise.withResolvers();
    isShown = prompt !== undefined;
    line.setPrompt(prompt ?? '');
    line.prompt(true);
    return open.promise;
  }

  return {
    ask: async (question) => (await answerTo(question, false)).trim(),
    askHidden: (question) => answerTo(question, true),
    close: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      line.removeAllListeners('close').close();
    },
  };
}
