import { isJsonObject } from '../core/json.ts';
import type { StageSettings } from './stage-settings.ts';

/** A resource that exists already: what `Ref` and `Fn::GetAtt` of its logical id become. */
interface Existing {
  readonly name: string;
  /** With CloudFormation's pseudo parameters. */
  readonly arn: string;
}

/** By logical id, what the settings name instead of creating it. */
export function existingResources({
  datasetBucket,
  ledgerTable,
}: Pick<StageSettings, 'datasetBucket' | 'ledgerTable'>): ReadonlyMap<string, Existing> {
  const existing = new Map<string, Existing>();
  if (datasetBucket !== undefined) {
    existing.set('DatasetBucket', { name: datasetBucket, arn: `arn:\${AWS::Partition}:s3:::${datasetBucket}` });
  }
  if (ledgerTable !== undefined) {
    existing.set('LedgerTable', {
      name: ledgerTable,
      arn: `arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/${ledgerTable}`,
    });
  }
  return existing;
}

/** Replaces the references to resources that exist already by their names and ARNs. */
export function withExisting(value: unknown, existing: ReadonlyMap<string, Existing>): unknown {
  if (existing.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withExisting(item, existing));
  if (!isJsonObject(value)) return value;
  const { Ref: ref, 'Fn::GetAtt': getAtt, 'Fn::Sub': sub } = value;
  const named = typeof ref === 'string' ? existing.get(ref) : undefined;
  if (named !== undefined) return named.name;
  const [id, attribute] = Array.isArray(getAtt) ? getAtt : String(getAtt ?? '').split('.');
  const described = existing.get(String(id));
  if (described !== undefined && attribute === 'Arn') return { 'Fn::Sub': described.arn };
  if (typeof sub === 'string') return { 'Fn::Sub': inText(sub, existing) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withExisting(item, existing)]));
}

function inText(text: string, existing: ReadonlyMap<string, Existing>): string {
  let replaced = text;
  for (const [id, { name, arn }] of existing) {
    replaced = replaced.replaceAll(`\${${id}}`, name).replaceAll(`\${${id}.Arn}`, arn);
  }
  return replaced;
}
