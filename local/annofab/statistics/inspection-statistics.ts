import type {
  Comment,
  InspectionStatistics,
  InspectionStatisticsPhrases,
} from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { Day } from './days-and-durations.ts';

/** The number of inspection comments at the end of each day, by label and phrase, without replies. */
export function inspectionStatistics(record: ProjectRecord, days: readonly Day[]): InspectionStatistics[] {
  const comments = [...record.comments.values()]
    .flat()
    .filter(({ comment_type: type, comment_node: node }) => type === 'inspection' && !('root_comment_id' in node))
    .map((comment) => ({ comment, time: Date.parse(comment.created_datetime) }));
  return days.map(({ date, end }) => ({
    project_id: record.project.project_id,
    date,
    breakdown: breakDown(comments.filter(({ time }) => time < end).map(({ comment }) => comment)),
  }));
}

function breakDown(comments: readonly Comment[]): InspectionStatistics['breakdown'] {
  const labels = new Map<string, InspectionStatisticsPhrases>();
  const none = empty();
  for (const comment of comments) {
    const label = 'label_id' in comment.comment_node ? comment.comment_node.label_id : undefined;
    const counts = label == null ? none : (labels.get(label) ?? empty());
    if (label != null) labels.set(label, counts);
    count(counts, comment);
  }
  return { labels: Object.fromEntries(labels), no_label: none };
}

function empty(): InspectionStatisticsPhrases {
  return { phrases: {}, no_phrase: 0 };
}

/** A comment with several phrases counts for each. */
function count(counts: InspectionStatisticsPhrases, { phrases }: Comment): void {
  if (!phrases || phrases.length === 0) counts.no_phrase += 1;
  for (const phrase of phrases ?? []) counts.phrases[phrase] = (counts.phrases[phrase] ?? 0) + 1;
}
