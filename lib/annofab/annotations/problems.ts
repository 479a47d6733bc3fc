import { type AnnotationProblem, AnnotationProblemsError } from '../errors.ts';
import { type Frame, placeOf } from './editor-annotation.ts';

/** How many problems the message of an error spells out. */
const PROBLEMS_IN_MESSAGE = 5;

/**
 * @returns no problems
 * @throws AnnotationProblemsError
 */
export function assertNone(frame: Frame, problems: readonly AnnotationProblem[]): readonly AnnotationProblem[] {
  if (problems.length === 0) return problems;
  const sorted = inOrder(problems);
  const lines = sorted.slice(0, PROBLEMS_IN_MESSAGE).map(describe);
  const more = sorted.length > lines.length ? [`And ${sorted.length - lines.length} more.`] : [];
  const heading = `${placeOf(frame)}: nothing was written, since some annotations cannot be.`;
  throw new AnnotationProblemsError([heading, ...lines, ...more].join(' '), sorted);
}

/** As the annotations are. */
export function inOrder(problems: readonly AnnotationProblem[]): readonly AnnotationProblem[] {
  return problems.toSorted((a, b) => a.index - b.index);
}

function describe({ index, annotation_id: id, field, message }: AnnotationProblem): string {
  return `details[${index}]${id === undefined ? '' : ` (${id})`} ${field}: ${message}`;
}
