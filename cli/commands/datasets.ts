import type { Command } from 'commander';
import { formatOption, withConversion, withImages } from '../dataset-options.ts';
import type {
  ConvertVersionOptions,
  DiffOptions,
  PullVersionOptions,
  TagOptions,
  VersionsOptions,
} from '../datasets/options.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  AWS_HELP,
  collect,
  jsonOption,
  projectOption,
  toId,
  toNonEmpty,
  toWholeNumber,
  withDeployment,
} from '../options.ts';

const HELP = `
A version is made of each mirrored archive where functions/projects.ts sets dataset. <version> is a version, a tag, or "latest".
convert --images needs --out, and --download the credential of Annofab: "annofab-functions help convert".
${AWS_HELP}`;

const VERSION_HELP = 'a version, a tag, or latest';

/** Loads what the commands do. */
const work = () => import('../datasets/run.ts');

export function datasets(): Command {
  const program = newCommand('datasets', 'Lists, compares, names, converts and copies versions of datasets.');
  addList(program);
  addShow(program);
  addDiff(program);
  addTag(program);
  addConvert(program);
  addPull(program);
  return program;
}

function addList(program: Command): void {
  subcommand(program, 'list', 'List the versions of a project, newest first.')
    .addOption(projectOption())
    .action(async (options: VersionsOptions) => (await work()).runList(options));
}

function addShow(program: Command): void {
  subcommand(program, 'show', 'Show what is in a version.')
    .argument('<version>', VERSION_HELP)
    .addOption(projectOption())
    .action(async (version: string, options: VersionsOptions) => (await work()).runShow(version, options));
}

function addDiff(program: Command): void {
  subcommand(
    program,
    'diff',
    'Compare two versions, or two archives on this machine: only frames that differ are read.',
  )
    .argument('<before>', 'a version with --project, or an archive')
    .argument('<after>', 'a version with --project, or an archive')
    .option('--project <id>', 'id of the Annofab project', toId)
    .action(async (before: string, after: string, options: DiffOptions) =>
      (await work()).runDiff(before, after, options),
    );
}

function addTag(program: Command): void {
  subcommand(program, 'tag', 'Give a version a name. A version with a name is never removed.')
    .argument('<name>', 'the name, such as road-v3', toId)
    .argument('<version>', VERSION_HELP)
    .addOption(projectOption())
    .option('--replace', 'give the name to another version than before')
    .action(async (name: string, version: string, options: TagOptions) =>
      (await work()).runTag(name, version, options),
    );
}

function addConvert(program: Command): void {
  const description = 'Convert a version: into the bucket, or with --out into a folder.';
  withConversion(withImages(subcommand(program, 'convert', description)))
    .argument('<version>', VERSION_HELP)
    .addOption(projectOption())
    .addOption(formatOption().makeOptionMandatory())
    .option('--out <folder>', 'the folder of the dataset, which must not be there yet', toNonEmpty)
    .option('--replace', 'write the format again that is in the bucket')
    .action(async (version: string, options: ConvertVersionOptions) => (await work()).runConvert(version, options));
}

function addPull(program: Command): void {
  subcommand(program, 'pull', 'Copy a version into a folder, and check the SHA-256 of each file. It can be resumed.')
    .argument('<version>', VERSION_HELP)
    .addOption(projectOption())
    .requiredOption('--to <folder>', 'the folder, which is made if it is not there', toNonEmpty)
    .option('--format <format>', 'only this format (repeat it); all that are complete by default', collect(toId))
    .option('--no-archive', 'leave out the annotation archive')
    .option('--concurrency <number>', 'how many files to copy at the same time', toWholeNumber(1, 100), 8)
    .action(async (version: string, options: PullVersionOptions) => (await work()).runPull(version, options));
}

function subcommand(program: Command, name: string, description: string): Command {
  return withDeployment(program.command(name).description(description))
    .option('--bucket <name>', 'the dataset bucket; by default that of the deployment')
    .addOption(jsonOption())
    .addHelpText('after', HELP);
}
