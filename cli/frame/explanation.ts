/** Of errors whose own message does not say what to do, by their code or their name. */
const CURES: Readonly<Record<string, string>> = {
  ...curing(
    ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT'],
    'The server cannot be reached from here. Check its address or the region, the network, and HTTPS_PROXY.',
  ),
  ...curing(['ENOSPC', 'EDQUOT'], 'The disk is full, or your share of it: free space, or write to another disk.'),
  ...curing(
    ['EFBIG'],
    'The file is larger than the file system or "ulimit -f" allows: write to another disk, or raise the limit.',
  ),
  ...curing(['EACCES', 'EPERM', 'EROFS'], 'Choose a folder or file that you may write, or change its permissions.'),
  ...curing(['EEXIST', 'ENOTDIR'], 'A folder was expected there, and there is a file: give the path of a folder.'),
  ...curing(['EISDIR'], 'A file was expected there, and there is a folder: give the path of a file.'),
  ...curing(
    ['CredentialsProviderError', 'TokenProviderError', 'ExpiredToken', 'ExpiredTokenException'],
    'Log in to AWS (aws sso login), or name a profile: AWS_PROFILE.',
  ),
};

function curing(names: readonly string[], cure: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, cure]));
}

/** What a user reads of an error: its message, and the cure if the error, or a cause that the message names, has one. */
export function explanationOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cure = cureOf(error);
  return cure === undefined ? error.message : `${error.message}${/[.!?]$/.test(error.message) ? '' : '.'} ${cure}`;
}

function cureOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // A port that needs more rights is no file: stack/explain.ts names it.
  if ('syscall' in error && error.syscall === 'listen') return undefined;
  const known = ['code' in error ? error.code : undefined, error.name].find(isKnown);
  return known !== undefined ? CURES[known] : cureOfCause(error);
}

/** A message that does not name its cause says what to do itself. */
function cureOfCause({ message, cause }: Error): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const names = ['code' in cause ? cause.code : undefined, cause.message];
  const isNamed = names.some((name) => typeof name === 'string' && name !== '' && message.includes(name));
  return isNamed ? cureOf(cause) : undefined;
}

function isKnown(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(CURES, name);
}
