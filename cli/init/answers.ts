import { InvalidArgumentError } from 'commander';
import type { Terminal } from '../frame/terminal.ts';
import { toId, toName, toUrl } from '../options.ts';

/** A question, and the answer to an empty line. */
interface Question<T> {
  readonly text: string;
  readonly fallback: string;
  /** @throws InvalidArgumentError that says what an answer must be */
  readonly parse: (answer: string) => T;
}

/** Asks until the answer is possible. */
export async function askFor<T>(terminal: Terminal, { text, fallback, parse }: Question<T>): Promise<T> {
  const question = fallback === '' ? `${text}: ` : `${text} [${fallback}]: `;
  for (;;) {
    const answer = await terminal.ask(question);
    try {
      return parse(answer === '' ? fallback : answer);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      console.error(error.message);
    }
  }
}

/**
 * The value of an option; without it the answer to the question, or the fallback where nobody is asked.
 *
 * @param terminal absent where nobody can answer, or is to be asked
 */
export async function optionOrAnswer<T>(
  given: T | undefined,
  terminal: Terminal | undefined,
  question: Question<T>,
): Promise<T> {
  if (given !== undefined) return given;
  return terminal === undefined ? question.parse(question.fallback) : askFor(terminal, question);
}

export const QUESTIONS = {
  stage: (): Question<string> => ({ text: 'Stage', fallback: 'dev', parse: toName }),
  region: (fallback: string): Question<string> => ({ text: 'AWS region', fallback, parse: toName }),
  endpoint: (fallback: string): Question<string> => ({ text: 'Address of Annofab', fallback, parse: toUrl }),
  projects: (): Question<readonly string[]> => ({
    text: 'Ids of the projects whose archive is updated every evening, separated by spaces (empty: none)',
    fallback: '',
    parse: (answer) => (answer === '' ? [] : answer.split(/[\s,]+/)).map(toId),
  }),
  userId: (): Question<string> => ({
    text: 'User id (empty: sign in with a personal access token)',
    fallback: '',
    parse: (answer) => answer,
  }),
} as const;
