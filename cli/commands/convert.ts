import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ConvertOptions } from '../convert/options.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  CREDENTIAL_HELP,
  collect,
  endpointOption,
  jsonOption,
  localOption,
  toNonEmpty,
  toWholeNumber,
} from '../options.ts';

/** As in lib/datasets, which is not loaded for the help. A test compares them. */
export const FORMAT_NAMES = ['coco', 'yolo', 'masks', 'parquet', 'jsonl', 'webdataset', 'kitti'] as const;

const PHASES = ['annotation', 'inspection', 'acceptance'] as const;
const STATUSES = ['not_started', 'working', 'on_hold', 'break', 'complete', 'rejected', 'cancelled'] as const;

const HELP = `
The archive is a ZIP in the Simple format, or the folder that it was extracted to. No account is needed, except for --download.

  --specs    the answer of getAnnotationSpecs: gives the order of the categories, and tells polygons from polylines
  --inputs   the list of input data (lists.download, "annofabcli input_data download"): gives the sizes of the images
  --tasks    the list of tasks, for --split-by
  --images   an image is found by the name of its input data, as a path in the folder, or by the id of its input data; it also
             gives its size, where --inputs does not

The folder gets report.json beside the files of the format: what was written, what was left out or changed, and why. It appears
when it is complete.

Examples:
  annofab-functions convert road.zip --format coco --out road --specs specs.json --inputs inputs.json --split train=8,val=1,test=1
  annofab-functions convert road.zip --format yolo --out road-images --images photos --download
${CREDENTIAL_HELP}`;

export function convert(): Command {
  return newCommand('convert', 'Makes a dataset for training out of an annotation archive on this machine.')
    .argument('<archive>', 'an annotation archive', toNonEmpty)
    .addOption(new Option('--format <format>', 'the form of the dataset').choices(FORMAT_NAMES).makeOptionMandatory())
    .requiredOption('--out <folder>', 'the folder of the dataset', toNonEmpty)
    .option('--specs <file>', 'the annotation specs of the project, as JSON', toNonEmpty)
    .option('--inputs <file>', 'the input data of the project, as JSON', toNonEmpty)
    .option('--tasks <file>', 'the tasks of the project, as JSON', toNonEmpty)
    .option('--split <ratios>', 'parts and their ratios, such as train=8,val=1,test=1', toRatios)
    .option('--split-by <key>', 'keep tasks with the same value of this metadata key together', toNonEmpty)
    .addOption(choice('--phase <phase>', 'only tasks in this phase (repeat it); acceptance by default', PHASES))
    .addOption(choice('--status <status>', 'only tasks in this status (repeat it); complete by default', STATUSES))
    .option('--all-tasks', 'tasks in every phase and status')
    .option('--label <name>', 'only this label, in English (repeat it)', collect(toNonEmpty))
    .option('--attribute <name>', 'write only this attribute, in English (repeat it)', collect(toNonEmpty))
    .option('--where <name=value>', 'only annotations whose attribute has this value (repeat it)', toConditions)
    .addOption(
      new Option('--rle <form>', 'how COCO masks are written')
        .choices(['compressed', 'uncompressed'])
        .default('compressed'),
    )
    .addOption(
      new Option('--yolo <task>', 'what a YOLO model learns')
        .choices(['detect', 'segment', 'obb', 'pose'])
        .default('detect'),
    )
    .addOption(
      new Option('--masks <kind>', 'what the pixels of masks stand for')
        .choices(['semantic', 'instance'])
        .default('semantic'),
    )
    .option('--images <folder>', 'put the images of this folder into the dataset', toNonEmpty)
    .option('--link', 'link the images instead of copying them, where the file system can')
    .option('--download', 'first download from Annofab what the folder of images lacks')
    .option('--concurrency <number>', 'how many images to download at the same time', toWholeNumber(1, 100), 8)
    .addOption(endpointOption())
    .addOption(localOption())
    .option('--strict', 'fail when an annotation or an image would be missing, instead of leaving it out')
    .option('--replace', 'replace the dataset that is in the folder')
    .option('--jobs <number>', 'how many threads', toWholeNumber(1, 64), 1)
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (archive: string, options: ConvertOptions) =>
      (await import('../convert/run.ts')).runConvert(archive, options),
    );
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  const parse = collect((value: string) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
    return value;
  });
  return new Option(flags, description).argParser(parse);
}

function toRatios(text: string): Record<string, number> {
  const entries = text.split(',').map((entry) => pairOf(entry));
  return Object.fromEntries(entries.map(([name, ratio]) => [name, Number(ratio)]));
}

function toConditions(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [name, value] = pairOf(text);
  return { ...before, [name]: value };
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must have the form name=value.');
  return [text.slice(0, at), text.slice(at + 1)];
}
