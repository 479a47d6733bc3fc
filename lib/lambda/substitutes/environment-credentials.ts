/**
 * The credentials that Lambda puts into a function's environment. The build of serverless.yml takes this in place of the AWS
 * SDK's default chain, which also carries SSO, profiles, containers and instance metadata: none of them exist in Lambda, and
 * together they are a fifth of the receiver's bundle.
 *
 * @throws Error when the environment has no credentials
 */
export function defaultProvider() {
  return async () => {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
    const { AWS_SESSION_TOKEN: sessionToken } = process.env;
    if (!accessKeyId || !secretAccessKey) {
      throw new Error('The environment has no AWS credentials (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)');
    }
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  };
}
