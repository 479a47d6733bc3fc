import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { lazy } from '../core/async/lazy.ts';

/** The SDK retries when S3 does not connect or answer in time. The upload of a part of an archive may take long. */
const REQUEST_HANDLER = { connectionTimeout: 3_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

/**
 * A client of Amazon S3 for the region, the credentials and the endpoint that the SDK reads from the environment. With a custom
 * endpoint, the bucket's name cannot be part of the host name.
 *
 * The SDK would ask S3 before each body of 2 MiB or more whether to send it (`Expect: 100-continue`), and open a new connection
 * for it: another handshake and another round trip for each part of an archive.
 */
export function createS3Client(options: S3ClientConfig = {}): S3Client {
  const forcePathStyle = process.env['AWS_ENDPOINT_URL_S3'] !== undefined;
  return new S3Client({
    requestHandler: REQUEST_HANDLER,
    expectContinueHeader: false,
    forcePathStyle,
    ...options,
  });
}

/** The process's one client of Amazon S3. */
export const s3Client = lazy(() => createS3Client());
