/** In place of what reads `~/.aws/config` for the AWS SDK: Lambda has no such file. The SDK takes an error for a missing file. */
export const filePromises = {};
export const fileIntercept = {};

export function readFile(path: string): Promise<string> {
  return Promise.reject(new Error(`${path} does not exist in Lambda`));
}
