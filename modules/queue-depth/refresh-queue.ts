import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { SqsQueueRedriveAllowPolicy } from "@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy";
import { SqsQueueRedrivePolicy } from "@cdktf/provider-aws/lib/sqs-queue-redrive-policy";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";
import { arnOf } from "../../aws/arns";
import {
  DEAD_LETTER_RETENTION_SECONDS,
  MAX_RECEIVES,
  RETENTION_SECONDS,
  VISIBILITY_SECONDS,
} from "./limits";

export interface RefreshQueueProps {
  readonly center: ContactCenter;
  readonly keyArn: string;
}

/** The queue between what happens and the function, and the one for what could not be handled. */
export class RefreshQueue extends Construct {
  public readonly queue: SqsQueue;
  public readonly deadLetters: SqsQueue;

  constructor(scope: Construct, id: string, { center, keyArn }: RefreshQueueProps) {
    super(scope, id);
    const { names } = center;
    this.deadLetters = new SqsQueue(this, "dead-letters", {
      name: names.queueDepthDeadLetters,
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: DEAD_LETTER_RETENTION_SECONDS,
    });
    this.queue = new SqsQueue(this, "queue", {
      name: names.queueDepthQueue,
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: RETENTION_SECONDS,
      visibilityTimeoutSeconds: VISIBILITY_SECONDS,
    });
    new SqsQueueRedrivePolicy(this, "redrive", {
      queueUrl: this.queue.url,
      redrivePolicy: Fn.jsonencode({
        deadLetterTargetArn: this.deadLetters.arn,
        maxReceiveCount: MAX_RECEIVES,
      }),
    });
    new SqsQueueRedriveAllowPolicy(this, "redrive-allow", {
      queueUrl: this.deadLetters.url,
      redriveAllowPolicy: Fn.jsonencode({
        redrivePermission: "byQueue",
        sourceQueueArns: [this.queue.arn],
      }),
    });
    this.#admit("queue-policy", this.queue, center);
    this.#admit("dead-letters-policy", this.deadLetters, center);
  }

  /** The rule sends events here, and to the dead letters what it could not deliver. Only encrypted. */
  #admit(id: string, queue: SqsQueue, { account, names }: ContactCenter): void {
    const policy = new DataAwsIamPolicyDocument(this, `${id}-document`, {
      statement: [
        {
          sid: "RuleSends",
          actions: ["sqs:SendMessage"],
          resources: [queue.arn],
          principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
          condition: [
            {
              test: "ArnEquals",
              variable: "aws:SourceArn",
              values: [arnOf("events", `rule/${names.queueDepthRule}`, account)],
            },
          ],
        },
        {
          sid: "OnlyEncrypted",
          effect: "Deny",
          actions: ["sqs:*"],
          resources: [queue.arn],
          principals: [{ type: "AWS", identifiers: ["*"] }],
          condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    });
    new SqsQueuePolicy(this, id, { queueUrl: queue.url, policy: policy.json });
  }
}
