/**
 * Counts the annotations of a project's completed tasks by label. It reads the annotation archive in place, so that only the
 * frames of those tasks are downloaded.
 *
 *     ANNOFAB_PAT=… node count-annotations.ts PROJECT_ID
 */
import { AnnofabClient, ArchiveError } from 'annofab-client';

const [project_id] = process.argv.slice(2);
if (project_id === undefined) throw new Error('usage: node count-annotations.ts PROJECT_ID');

// The credentials come from ANNOFAB_PAT, from ANNOFAB_USER_ID and ANNOFAB_PASSWORD, or from ~/.netrc.
const annofab = new AnnofabClient();

const counts = new Map<string, number>();
try {
  const archive = await annofab.archives.openSimple({ project_id });
  for await (const { task_id } of annofab.tasks.all({
    project_id,
    query: { phase: 'acceptance', status: 'complete' },
  })) {
    for await (const frame of archive.frames({ task_id })) {
      for (const { label = '(unreadable)' } of frame.details) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  await archive.close();
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  console.error(`${error.message} Build it with: await annofab.archives.update({ project_id })`);
  process.exitCode = 1;
} finally {
  await annofab.close();
}
for (const [label, count] of counts) console.log(`${label}: ${count}`);
