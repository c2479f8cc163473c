import type { AwsClient } from "../emulator/aws-client";
import type { LocalAws } from "../local-aws";
import { textIn } from "../stand-ins/form-tree";

type List = (aws: AwsClient) => Promise<string>;

/** A list of each service, with the pattern that finds the names in its answer. */
const LISTS: Readonly<Record<string, readonly [List, RegExp]>> = {
  "Kinesis stream": [
    (aws) => json(aws, "kinesis", "Kinesis_20131202.ListStreams"),
    /"StreamName": ?"([^"]+)"/g,
  ],
  "SQS queue": [(aws) => json(aws, "sqs", "AmazonSQS.ListQueues"), /"(http[^"]+)"/g],
  "log group": [
    (aws) => json(aws, "logs", "Logs_20140328.DescribeLogGroups"),
    /"logGroupName": ?"([^"]+)"/g,
  ],
  "EventBridge rule": [(aws) => json(aws, "events", "AWSEvents.ListRules"), /"Name": ?"([^"]+)"/g],
  "KMS alias": [
    (aws) => json(aws, "kms", "TrentService.ListAliases"),
    /"AliasName": ?"(alias\/(?!aws\/)[^"]+)"/g,
  ],
  "IAM role": [
    (aws) => aws.query("iam", { Action: "ListRoles", Version: "2010-05-08" }),
    /<RoleName>((?!AWSServiceRole)[^<]+)/g,
  ],
  "SNS topic": [
    (aws) => aws.query("sns", { Action: "ListTopics", Version: "2010-03-31" }),
    /<TopicArn>([^<]+)/g,
  ],
  "Lambda function": [
    (aws) => rest(aws, "lambda", "/2015-03-31/functions/"),
    /"FunctionName": ?"([^"]+)"/g,
  ],
  "S3 bucket": [(aws) => rest(aws, "s3", "/"), /<Bucket>.*?<Name>([^<]+)/g],
  schedule: [(aws) => rest(aws, "scheduler", "/schedules"), /"Name": ?"([^"]+)"/g],
  "OpenSearch domain": [
    (aws) => rest(aws, "es", "/2021-01-01/domain"),
    /"DomainName": ?"([^"]+)"/g,
  ],
};

/** Everything that is still in the accounts, one line each: kind and name. */
export async function leftovers(aws: LocalAws): Promise<readonly string[]> {
  const { administrator, amended, places } = aws;
  const given = aws.deployRoleNames.map((name) => `IAM role ${name}`);
  const listed = places.flatMap((place) =>
    Object.entries(LISTS).map(async ([kind, [list, name]]) =>
      [...(await list(administrator.in(place))).matchAll(name)]
        .map(([, found = ""]) => `${kind} ${found}`)
        .filter((found) => !given.includes(found)),
    ),
  );
  return [
    // Roles and buckets are in every Region.
    ...new Set((await Promise.all(listed)).flat()),
    ...amended.firehose.streams.map(({ name }) => `delivery stream ${name}`),
    ...amended.alarms.all.map((alarm) => `alarm ${textIn(alarm, "AlarmName")}`),
    ...amended.connectInstances.created.map(({ id }) => `Connect instance ${id}`),
    ...((await aws.identityCenter?.permissionSets()) ?? []).map(
      ({ Name }) => `permission set ${Name}`,
    ),
    ...amended.identityCenter.gaps.applications.map(({ Name }) => `application ${String(Name)}`),
    ...amended.identityCenter.gaps.applicationAssignments.map(
      ({ PrincipalId }) => `application assignment of ${String(PrincipalId)}`,
    ),
    ...amended.connectStorage.instanceIds.map((id) => `storage configurations of instance ${id}`),
  ];
}

async function json(aws: AwsClient, service: string, target: string): Promise<string> {
  return JSON.stringify(await aws.json(service, target));
}

async function rest(aws: AwsClient, service: string, path: string): Promise<string> {
  const { status, text } = await aws.send(service, "GET", path);
  if (status !== 200) throw new Error(`${service} ${path}: ${status} ${text}`);
  return text;
}
