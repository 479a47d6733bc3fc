/** What AWS charges, in US dollars, in Tokyo (ap-northeast-1), beyond the free tier and before volume discounts. */
export const REGION = 'ap-northeast-1';

/**
 * List prices by unit, each with AWS's page, as of November 2026. They were noted without access to those pages: check one before
 * you rely on it. This is the only place that has prices.
 */
export const PRICES = {
  /** https://aws.amazon.com/api-gateway/pricing/: HTTP API, per request of up to 512 KB. */
  httpApiRequest: 1.29e-6,
  /** https://aws.amazon.com/lambda/pricing/: per invocation. */
  lambdaRequest: 0.2e-6,
  /** https://aws.amazon.com/lambda/pricing/: arm64, per GB-second, rounded up to a millisecond. */
  lambdaGbSecond: 0.0000133334,
  /**
   * https://aws.amazon.com/sqs/pricing/: standard queue, per request of up to 64 KB: 0.40, and 0.10 for the message group of a fair
   * queue. Whether that is added to the send alone or to all three requests of a message could not be checked: here to all.
   */
  sqsRequest: 0.5e-6,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/: per write of up to 1 KB. */
  dynamoDbWrite: 0.715e-6,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/: per strongly consistent read of up to 4 KB. */
  dynamoDbRead: 0.1425e-6,
  /** https://aws.amazon.com/cloudwatch/pricing/: per GB of log lines, ingested. */
  logGb: 0.76,
  /** https://aws.amazon.com/cloudwatch/pricing/: per metric and month in which it has data, of the first 10,000. */
  metricMonth: 0.3,
  /** https://aws.amazon.com/s3/pricing/: PUT, COPY, POST and LIST, and each part of an upload. */
  s3Write: 0.0047e-3,
  /** https://aws.amazon.com/s3/pricing/: GET and all others. */
  s3Read: 0.00037e-3,
  /** https://aws.amazon.com/s3/pricing/: S3 Standard, per GB and month, of the first 50 TB. */
  s3GbMonth: 0.025,
  /** https://aws.amazon.com/step-functions/pricing/: standard workflows, per state transition. */
  stateTransition: 0.025e-3,
  /** https://aws.amazon.com/s3/pricing/: data transfer in from the internet, per GB. */
  transferInGb: 0,
} as const;
