import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { localNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { blocksOf } from '../docs/pages.ts';

const PROJECT = localNames.project;
const TASKS = ['task-1', 'task-2'];

/** What the page's functions are run with, and what is printed of their results. */
const CALLS = `
import os

s3 = boto3.client("s3", endpoint_url=os.environ["S3_URL"], region_name="ap-northeast-1")
bucket, project_id = os.environ["BUCKET"], os.environ["PROJECT"]
found = list(changes(s3, bucket, project_id))
exported = [change for _, change in found if change["kind"] == "task-exported"]
rest = list(changes(s3, bucket, project_id, after=found[0][0]))
print(json.dumps({
    "kinds": sorted(change["kind"] for _, change in found),
    "tasks": sorted(change["task_id"] for change in exported),
    "frames": sorted(frame["input_data_id"] for change in exported for frame in annotations(s3, bucket, change)),
    "after_first": len(rest) == len(found) - 1,
}))
`;

/**
 * Runs the Python of docs/read.md against the local stack, in which two tasks were completed.
 *
 * @param python with boto3
 * @returns a line for each problem
 */
export async function readPageProblems(python: string): Promise<string[]> {
  const stack = await startStack();
  try {
    for (const task_id of TASKS) await stack.annofab.completeTask(PROJECT, task_id);
    await stack.settled({ delayed: true });
    const [read, expected] = [await readAll(python, stack), await expectedOf(stack)];
    return read === expected ? [] : [`docs/read.md: its Python read ${read} instead of ${expected}`];
  } finally {
    await stack.stop();
  }
}

async function readAll(python: string, { aws, bucket }: Stack): Promise<string> {
  const page = blocksOf('docs/read.md').flatMap(({ language, text }) => (language === 'python' ? [text] : []));
  const { stdout } = await promisify(execFile)(python, ['-c', [...page, CALLS].join('\n')], {
    env: {
      ...process.env,
      ...{ S3_URL: aws.s3Url, BUCKET: bucket, PROJECT },
      ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    },
  });
  return stdout.trim();
}

/** As Python's json.dumps writes it. */
async function expectedOf({ client }: Stack): Promise<string> {
  const tasks = await Promise.all(TASKS.map((task_id) => client.getTask({ project_id: PROJECT, task_id })));
  const quoted = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
  const frames = tasks.flatMap(({ input_data_id_list }) => input_data_id_list).sort();
  const kinds = TASKS.map(() => 'task-exported');
  return `{"kinds": ${quoted(kinds)}, "tasks": ${quoted(TASKS)}, "frames": ${quoted(frames)}, "after_first": true}`;
}
