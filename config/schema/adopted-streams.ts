import { z } from "zod";
import { arn, roleArn } from "./primitives";

/** A Kinesis data stream that Connect writes to already. */
export const streamArn = arn(
  "kinesis",
  "stream/[\\w.-]{1,128}",
  "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-contact-records",
);

/** AWS lets a reader use its own key for streams without a right, so that key is not named. */
export const streamKeyArn = z
  .string()
  .regex(
    /^arn:aws(-us-gov)?:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
    "use the ARN of the customer-managed key that encrypts the stream, such as " +
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; " +
      "leave it out if the stream has the AWS-managed key or none",
  );

/** A delivery stream that Connect writes to already, and that delivers to the domain already. */
export const deliveryStreamSchema = z
  .strictObject({
    arn: arn(
      "firehose",
      "deliverystream/[\\w.-]{1,64}",
      "arn:aws:firehose:eu-central-1:111122223333:deliverystream/connect-contact-records",
    ).describe("ARN of the delivery stream."),
    roleArn: roleArn.describe(
      "ARN of the role that it delivers with. The role gets access to the domain and may write the indices of this contact center.",
    ),
  })
  .optional()
  .describe(
    "With through: firehose, adopt the delivery stream that the instance writes to already. It must deliver to this " +
      "domain, to this contact center's index; see docs/existing-streams.md. Default: a delivery stream is created.",
  );
