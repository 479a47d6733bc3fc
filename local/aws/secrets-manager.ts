import { randomUUID } from 'node:crypto';
import { array, explain, numberWhere, object, optional, parseJson, string, type TypeOf } from '../../lib/core/json.ts';

/** A response of the service in its wire format: AWS JSON 1.1, errors with `__type`. */
export interface SecretsManagerAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A small AWS Secrets Manager in memory: enough to read secrets, and to rotate one in a test. */
export interface SecretsManager {
  /** Answers one request of the SDK. `operation` is the part of `X-Amz-Target` after the dot. */
  handle(operation: string, input: Readonly<Record<string, unknown>>): SecretsManagerAnswer;
  has(name: string): boolean;
  /** Creates the secret, or makes this its current version. Anything but a string is stored as JSON. */
  put(name: string, value: unknown): void;
  /** Deletes the secret: readers get ResourceNotFoundException. */
  delete(name: string): void;
}

interface Version {
  readonly id: string;
  readonly created: number;
  readonly value: { readonly SecretString: string } | { readonly SecretBinary: string };
  readonly stages: Set<string>;
}

interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly versions: Version[];
}

const savedSecrets = array(
  object({
    name: string,
    arn: string,
    versions: array(
      object({
        id: string,
        created: numberWhere(Number.isFinite, 'a number'),
        text: optional(string),
        binary: optional(string),
        stages: array(string),
      }),
    ),
  }),
);

/** All secrets with their versions, as they are kept in a file. */
export type SavedSecrets = TypeOf<typeof savedSecrets>;

/** @throws Error when the text does not hold saved secrets */
export function readSecrets(text: string): SavedSecrets {
  const read = savedSecrets.read(parseJson(text));
  if (!read.ok) throw new Error(`the saved secrets are damaged: ${explain(read.problems)}`);
  return read.value;
}

type Input = Readonly<Record<string, unknown>>;

class SecretsManagerError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const MAX_SECRET_BYTES = 65_536;
const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

export interface SecretsManagerOptions {
  /** The secrets of an earlier run. */
  readonly saved?: SavedSecrets | undefined;
  /** Called with all secrets after each change. */
  readonly onChange?: (secrets: SavedSecrets) => void;
}

/** @param region used only in the ARNs */
export function createSecretsManager(region: string, options: SecretsManagerOptions = {}): SecretsManager {
  const secrets = new Map((options.saved ?? []).map((saved) => [saved.name, restored(saved)]));
  const changed = () => options.onChange?.([...secrets.values()].map(toSaved));

  const operations: Readonly<Record<string, (input: Input) => Record<string, unknown>>> = {
    CreateSecret: createSecret,
    GetSecretValue: getSecretValue,
    PutSecretValue: putSecretValue,
    UpdateSecretVersionStage: updateSecretVersionStage,
  };

  return {
    handle(operation, input) {
      try {
        const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
        if (run === undefined)
          throw new SecretsManagerError('UnknownOperationException', `${operation} is not implemented`);
        const body = run(input);
        if (run !== getSecretValue) changed();
        return { status: 200, body };
      } catch (error) {
        if (!(error instanceof SecretsManagerError)) throw error;
        return { status: 400, body: { __type: error.type, Message: error.message } };
      }
    },
    has: (name) => secrets.has(name),
    put(name, value) {
      const SecretString = typeof value === 'string' ? value : JSON.stringify(value);
      const secret = secrets.get(name) ?? add(name);
      addVersion(secret, randomUUID(), { SecretString }, [CURRENT]);
      changed();
    },
    delete(name) {
      secrets.delete(name);
      changed();
    },
  };

  function createSecret(input: Input) {
    const name = text(input, 'Name');
    if (name === undefined) throw invalid('Name');
    if (secrets.has(name)) {
      throw new SecretsManagerError(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    }
    const value = valueIn(input);
    const secret = add(name);
    if (value === undefined) return { ARN: secret.arn, Name: name };
    const version = addVersion(secret, text(input, 'ClientRequestToken') ?? randomUUID(), value, [CURRENT]);
    return { ARN: secret.arn, Name: name, VersionId: version.id };
  }

  function getSecretValue(input: Input) {
    const secret = find(input);
    const id = text(input, 'VersionId');
    const stage = text(input, 'VersionStage') ?? (id === undefined ? CURRENT : undefined);
    const version = secret.versions.find(
      (v) => (id === undefined || v.id === id) && (stage === undefined || v.stages.has(stage)),
    );
    if (version === undefined) {
      const sought = id === undefined ? `staging label: ${stage}` : `VersionId: ${id}`;
      throw notFound(`Secrets Manager can't find the specified secret value for ${sought}`);
    }
    const { arn: ARN, name: Name } = secret;
    return {
      ARN,
      Name,
      VersionId: version.id,
      ...version.value,
      VersionStages: [...version.stages],
      CreatedDate: version.created / 1000,
    };
  }

  function putSecretValue(input: Input) {
    const secret = find(input);
    const value = valueIn(input);
    if (value === undefined) throw invalid('SecretString');
    const id = text(input, 'ClientRequestToken') ?? randomUUID();
    const stages = Array.isArray(input['VersionStages']) ? input['VersionStages'].map(String) : [CURRENT];
    const existing = secret.versions.find((version) => version.id === id);
    // A repeated token with the same content is a retry; with different content it is an error.
    if (existing !== undefined && JSON.stringify(existing.value) !== JSON.stringify(value)) {
      throw new SecretsManagerError(
        'ResourceExistsException',
        "You can't modify an existing version, because secret versions are immutable.",
      );
    }
    const version = existing ?? addVersion(secret, id, value, stages);
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: [...version.stages] };
  }

  /** Only to make another version the current one. */
  function updateSecretVersionStage(input: Input) {
    const secret = find(input);
    const version = secret.versions.find(({ id }) => id === text(input, 'MoveToVersionId'));
    if (text(input, 'VersionStage') !== CURRENT || version === undefined) throw invalid('MoveToVersionId');
    moveStages(secret, version, [CURRENT]);
    return { ARN: secret.arn, Name: secret.name };
  }

  function add(name: string): Secret {
    // AWS appends six random characters, so that a secret that is deleted and created again has another ARN.
    const arn = `arn:aws:secretsmanager:${region}:000000000000:secret:${name}-${randomUUID().slice(0, 6)}`;
    const secret = { name, arn, versions: [] };
    secrets.set(name, secret);
    return secret;
  }

  /** Finds a secret by its name, its ARN, or its ARN without the random suffix, as AWS does. */
  function find(input: Input): Secret {
    const id = text(input, 'SecretId');
    if (id === undefined) throw invalid('SecretId');
    const secret = secrets.get(id) ?? [...secrets.values()].find(({ arn }) => arn === id || arn.slice(0, -7) === id);
    if (secret === undefined) throw notFound("Secrets Manager can't find the specified secret.");
    return secret;
  }
}

function toSaved({ name, arn, versions }: Secret): SavedSecrets[number] {
  return {
    name,
    arn,
    versions: versions.map(({ id, created, value, stages }) => ({
      id,
      created,
      ...('SecretString' in value ? { text: value.SecretString } : { binary: value.SecretBinary }),
      stages: [...stages],
    })),
  };
}

function restored({ name, arn, versions }: SavedSecrets[number]): Secret {
  return {
    name,
    arn,
    versions: versions.map(({ id, created, text: SecretString = '', binary: SecretBinary, stages }) => ({
      id,
      created,
      value: SecretBinary === undefined ? { SecretString } : { SecretBinary },
      stages: new Set(stages),
    })),
  };
}

function addVersion(secret: Secret, id: string, value: Version['value'], stages: readonly string[]): Version {
  const version = { id, created: Date.now(), value, stages: new Set<string>() };
  secret.versions.push(version);
  moveStages(secret, version, stages);
  return version;
}

/** A stage belongs to one version at a time; the version that loses AWSCURRENT becomes AWSPREVIOUS. */
function moveStages(secret: Secret, to: Version, stages: readonly string[]): void {
  const current = secret.versions.find((version) => version.stages.has(CURRENT));
  const moving = new Set(stages);
  if (moving.has(CURRENT)) moving.add(PREVIOUS);
  for (const version of secret.versions) for (const stage of moving) version.stages.delete(stage);
  if (stages.includes(CURRENT)) current?.stages.add(PREVIOUS);
  for (const stage of stages) to.stages.add(stage);
}

function valueIn(input: Input): Version['value'] | undefined {
  const SecretString = text(input, 'SecretString');
  if (SecretString !== undefined && Buffer.byteLength(SecretString) > MAX_SECRET_BYTES) {
    const message = `Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to ${MAX_SECRET_BYTES}`;
    throw new SecretsManagerError('ValidationException', `1 validation error detected: ${message}`);
  }
  if (SecretString !== undefined) return { SecretString };
  const SecretBinary = text(input, 'SecretBinary');
  return SecretBinary === undefined ? undefined : { SecretBinary };
}

function text(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function notFound(message: string) {
  return new SecretsManagerError('ResourceNotFoundException', message);
}

function invalid(name: string) {
  return new SecretsManagerError('InvalidParameterException', `You must provide a value for the ${name} parameter.`);
}
