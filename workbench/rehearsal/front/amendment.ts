import type { AwsAnswer, AwsRequest } from "./aws-request";

/**
 * A place where the emulator's answers are not those of AWS, and what the front does about it. A test shows on the
 * bare emulator that each amendment is still needed.
 */
export interface Amendment {
  /** Names the amendment in tests and reports. */
  readonly id: string;
  /** Signing name of the service. */
  readonly service: string;
  /** What the emulator lacks or answers wrongly, and what Terraform makes of it. */
  readonly gap: string;
  /** The part of the published service model that the amendment follows, and what it leaves out. */
  readonly follows: string;
  /** Answers instead of the emulator; undefined: the request is not its own. */
  readonly answer?: (request: AwsRequest) => AwsAnswer | undefined | Promise<AwsAnswer | undefined>;
  /** Completes a success of the emulator. */
  readonly complete?: (request: AwsRequest, answer: AwsAnswer) => AwsAnswer;
}
