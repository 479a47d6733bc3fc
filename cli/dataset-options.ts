import { type Command, InvalidArgumentError, Option } from 'commander';
import { TASK_PHASES, TASK_STATUSES } from '../lib/annofab/generated/enumerations.ts';
// Not from index.ts, which would be loaded for the help.
import { FORMAT_NAMES, MASK_KINDS, RLE_FORMS, YOLO_TASKS } from '../lib/datasets/choices.ts';
import { collect, endpointOption, toNonEmpty, toWholeNumber } from './options.ts';

export function formatOption(): Option {
  return new Option('--format <format>', 'the form of the dataset').choices(FORMAT_NAMES);
}

/** Adds the options that say what becomes part of a dataset, and how. */
export function withConversion(command: Command): Command {
  return command
    .option('--split <ratios>', 'parts and their ratios, such as train=8,val=1,test=1', toRatios)
    .option('--split-by <key>', 'keep tasks with the same value of this metadata key together', toNonEmpty)
    .addOption(choice('--phase <phase>', 'only tasks in this phase (repeat it); acceptance by default', TASK_PHASES))
    .addOption(choice('--status <status>', 'only tasks in this status (repeat it); complete by default', TASK_STATUSES))
    .option('--all-tasks', 'tasks in every phase and status')
    .option('--label <name>', 'only this label, in English (repeat it)', collect(toNonEmpty))
    .option('--attribute <name>', 'write only this attribute, in English (repeat it)', collect(toNonEmpty))
    .option('--where <name=value>', 'only annotations whose attribute has this value (repeat it)', toConditions)
    .addOption(new Option('--rle <form>', 'how COCO masks are written').choices(RLE_FORMS).default('compressed'))
    .addOption(new Option('--yolo <task>', 'what a YOLO model learns').choices(YOLO_TASKS).default('detect'))
    .addOption(
      new Option('--masks <kind>', 'what the pixels of masks stand for').choices(MASK_KINDS).default('semantic'),
    )
    .option('--strict', 'fail when an annotation or an image would be missing, instead of leaving it out');
}

/** Adds the options about the images of a dataset. */
export function withImages(command: Command): Command {
  return command
    .option('--images <folder>', 'put the images of this folder into the dataset', toNonEmpty)
    .option('--link', 'link the images instead of copying them, where the file system can')
    .option('--download', 'first download what the folder of images lacks, from Annofab or from s3://')
    .option('--concurrency <number>', 'how many images to download at the same time', toWholeNumber(1, 100), 8)
    .addOption(endpointOption());
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  const parse = collect((value: string) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
    return value;
  });
  return new Option(flags, description).argParser(parse);
}

function toRatios(text: string): Record<string, number> {
  const entries = text.split(',').map((entry) => pairOf(entry.trim()));
  const names = entries.map(([name]) => name);
  const repeated = names.find((name, at) => names.indexOf(name) < at);
  if (repeated !== undefined) throw new InvalidArgumentError(`It names the part ${repeated} twice.`);
  return Object.fromEntries(entries.map(([name, ratio]) => [name, Number(ratio)]));
}

function toConditions(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [name, value] = pairOf(text);
  if (Object.hasOwn(before, name))
    throw new InvalidArgumentError(`It names the attribute ${name} twice: an annotation has one value of it.`);
  return { ...before, [name]: value };
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must have the form name=value.');
  return [text.slice(0, at), text.slice(at + 1)];
}
