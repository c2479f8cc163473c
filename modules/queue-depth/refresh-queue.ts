import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { SqsQueueRedriveAllowPolicy } from "@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy";
import { SqsQueueRedrivePolicy } from "@cdktf/provider-aws/lib/sqs-queue-redrive-policy";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Place } from "../../aws/place";
import {
  DEAD_LETTER_RETENTION_SECONDS,
  MAX_RECEIVES,
  RETENTION_SECONDS,
  VISIBILITY_SECONDS,
} from "./limits";

export interface RefreshQueueProps {
  /** Account and Region of the queues and of the rule. */
  readonly place: Place;
  /** Name of the queue of refresh requests, 1 to 80 characters. */
  readonly queueName: string;
  /** Name of the queue of dead letters, 1 to 80 characters. */
  readonly deadLetterQueueName: string;
  /** Name of the EventBridge rule that may send messages to both queues. */
  readonly ruleName: string;
  /** ARN of the customer-managed key that encrypts both queues. */
  readonly keyArn: string;
}

/** The queue of refresh requests, and the queue of those that failed or could not be delivered. */
export class RefreshQueue extends Construct {
  public readonly queue: SqsQueue;
  public readonly deadLetters: SqsQueue;
  /** ARN of the queue; it follows from the name, so policies need not wait for the queue. */
  public readonly queueArn: string;
  /** ARN of the queue of dead letters, in the same way. */
  public readonly deadLetterQueueArn: string;

  constructor(scope: Construct, id: string, props: RefreshQueueProps) {
    super(scope, id);
    const { deadLetterQueueName, keyArn, place, queueName, ruleName } = props;
    this.queueArn = arnOf("sqs", queueName, place);
    this.deadLetterQueueArn = arnOf("sqs", deadLetterQueueName, place);
    this.deadLetters = new SqsQueue(this, "dead-letters", {
      name: deadLetterQueueName,
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: DEAD_LETTER_RETENTION_SECONDS,
    });
    this.queue = new SqsQueue(this, "queue", {
      name: queueName,
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
    const ruleArn = arnOf("events", `rule/${ruleName}`, place);
    this.#addPolicy("queue-policy", this.queue, ruleArn);
    this.#addPolicy("dead-letters-policy", this.deadLetters, ruleArn);
  }

  /** The rule sends events to the queue, and undeliverable ones to the dead letters. TLS only. */
  #addPolicy(id: string, queue: SqsQueue, ruleArn: string): void {
    const policy = new DataAwsIamPolicyDocument(this, `${id}-document`, {
      statement: [
        {
          sid: "RuleSends",
          actions: ["sqs:SendMessage"],
          resources: [queue.arn],
          principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
          condition: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [ruleArn] }],
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
