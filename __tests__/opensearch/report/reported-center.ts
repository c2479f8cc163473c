import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import type { DateTime } from "luxon";
import { writesReports } from "../../../config/retirement";
import { agentEvent, contactRecord, mappingOf } from "../../../fields";
import { toEnvironment } from "../../../lambdas/report/settings";
import { Report } from "../../../modules/report/report";
import { packageLambda } from "../../../modules/shared/lambda-package";
import { reportProps } from "../../../modules/stacks/report-props";
import { AsynchronousInvocations } from "../../../workbench/simulator/asynchronous-invocations";
import { DomainProxy, type ProxiedRequest } from "../../../workbench/simulator/domain-proxy";
import { LambdaFunction } from "../../../workbench/simulator/lambda-function";
import { configured, type CenterFile } from "../../../workbench/testing/configured";
import { inEmptyStack, KEY_ARN, PLACE } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";
import { startMoto, type Moto } from "../../../workbench/rehearsal/identity-center/moto";
import { sharedNode } from "../shared-node";

const CREDENTIALS = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
const TIMEOUT_MS = 60_000;

/** A message that the function sent. */
export interface Message {
  readonly service: "ses" | "sns";
  readonly body: string;
}

/** The deployed bundle of the report function, with a real OpenSearch, and with moto for S3, SES and SNS. */
export class ReportedCenter {
  readonly center;
  readonly invocations: AsynchronousInvocations;
  readonly messages: Message[] = [];
  /** In front of OpenSearch. */
  readonly domain: DomainProxy;
  /** In front of AWS. */
  readonly aws: DomainProxy;
  readonly #lambda: LambdaFunction;
  readonly #moto: Moto;
  readonly #s3: S3Client;

  private constructor(parts: {
    readonly file: CenterFile;
    readonly domain: DomainProxy;
    readonly aws: DomainProxy;
    readonly moto: Moto;
  }) {
    const { aws, domain, file, moto } = parts;
    this.center = configured(file).center;
    this.domain = domain;
    this.aws = aws;
    this.#moto = moto;
    const { center } = this;
    if (!writesReports(center)) throw new Error("The contact center has no report.");
    const props = reportProps(center, {
      domainUrl: domain.url,
      keyArn: KEY_ARN,
      alarms: true,
    });
    const { stack } = inEmptyStack((scope) => new Report(scope, "report", props));
    const { maximum_retry_attempts: retries } = resource(
      stack,
      "aws_lambda_function_event_invoke_config",
    );
    this.#lambda = new LambdaFunction(
      {
        file: packageLambda("report").codeFile,
        environment: {
          ...toEnvironment(props.settings),
          AWS_REGION: "eu-central-1",
          AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
          AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
          AWS_ENDPOINT_URL: aws.url,
        },
      },
      TIMEOUT_MS,
    );
    this.invocations = new AsynchronousInvocations(this.#lambda, Number(retries));
    this.#s3 = new S3Client(this.#client());
    aws.fault = (request) => this.#record(request);
  }

  static async open(file: CenterFile): Promise<ReportedCenter> {
    const moto = await startMoto(PLACE.id);
    const aws = await DomainProxy.start({ target: urlOf(moto), identify: awsHeaders });
    const domain = await DomainProxy.start({ target: sharedNode().url });
    const reported = new ReportedCenter({ file, domain, aws, moto });
    await reported.#prepare();
    return reported;
  }

  async close(): Promise<void> {
    const { agentEventIndex, contactRecordIndex } = this.center.names;
    await this.#lambda.stop();
    await Promise.all([this.aws.stop(), this.domain.stop()]);
    await this.#moto.stop();
    for (const index of [contactRecordIndex, agentEventIndex]) {
      await sharedNode().send("DELETE", `${index}*?ignore_unavailable=true`);
      await sharedNode().send("DELETE", `_index_template/${index}`);
    }
  }

  /** Fails requests to a service, instead of passing them on. */
  failing: (service: "ses" | "sns" | "s3") => number | undefined = () => undefined;

  /** The event of a schedule at that moment. */
  async schedule(period: "month" | "week", moment: DateTime): Promise<void> {
    await this.invocations.send({ period, scheduledTime: moment.toUTC().toISO() ?? "" });
  }

  /** Contact records that begin at these moments, as the pipeline leaves them. */
  async deliver(moments: readonly DateTime[]): Promise<void> {
    const { timeZone } = this.center;
    const index = `${this.center.names.contactRecordIndex}-2026`;
    const lines = moments.flatMap((moment, number) => [
      JSON.stringify({ index: { _index: index, _id: `${moment.toMillis()}-${number}` } }),
      JSON.stringify({
        InitiationTimestamp: moment.toUTC().toISO(),
        LocalDay: moment.setZone(timeZone).toISODate(),
        Queue: { Name: '=2+"Orders"', Duration: 10 },
        Channel: "VOICE",
        Queued: true,
        Handled: true,
        Outbound: false,
        ServiceLevel: number % 4 === 0 ? 0 : 1,
        AbandonedShare: 0,
        HandleDuration: 100,
        Agent: { AgentInteractionDuration: 90, AfterContactWorkDuration: 10 },
      }),
    ]);
    const { errors } = await sharedNode().bulk(lines, "_bulk?refresh=true");
    expect(errors).toBe(false);
  }

  async object(key: string): Promise<string> {
    const { Body } = await this.#s3.send(
      new GetObjectCommand({ Bucket: this.center.names.backupBucket, Key: key }),
    );
    return (await Body?.transformToString()) ?? "";
  }

  async objects(): Promise<readonly string[]> {
    const { Contents = [] } = await this.#s3.send(
      new ListObjectsV2Command({ Bucket: this.center.names.backupBucket }),
    );
    return Contents.map(({ Key }) => Key ?? "");
  }

  get log(): string {
    return this.#lambda.output;
  }

  async #prepare(): Promise<void> {
    const { names, report } = this.center;
    await this.#s3.send(
      new CreateBucketCommand({
        Bucket: names.backupBucket,
        CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
      }),
    );
    if (report?.email) {
      const EmailIdentity = report.email.from;
      await new SESv2Client(this.#client()).send(new CreateEmailIdentityCommand({ EmailIdentity }));
    } else {
      await new SNSClient(this.#client()).send(
        new CreateTopicCommand({ Name: "switchboard-alarms" }),
      );
    }
    for (const [index, kind] of [
      [names.contactRecordIndex, contactRecord],
      [names.agentEventIndex, agentEvent],
    ] as const) {
      await sharedNode().put(`_index_template/${index}`, {
        index_patterns: [`${index}*`],
        template: { settings: { number_of_replicas: 0 }, mappings: mappingOf(kind) },
      });
    }
  }

  #client() {
    return { region: "eu-central-1", endpoint: urlOf(this.#moto), credentials: CREDENTIALS };
  }

  #record({ body, headers }: ProxiedRequest) {
    const [, service] = /\/(ses|sns|s3)\/aws4_request/.exec(headers.authorization ?? "") ?? [];
    const known = service as "ses" | "sns" | "s3" | undefined;
    const status = known && this.failing(known);
    if (status !== undefined) return { status, body: { message: "Refused by the test." } };
    if (known === "ses" || known === "sns") this.messages.push({ service: known, body });
    return undefined;
  }
}

function urlOf({ port }: Moto): string {
  return `http://127.0.0.1:${port}`;
}

/** Headers that AWS reads; the proxy of a domain passes none of them on by itself. */
function awsHeaders({ headers }: ProxiedRequest): Readonly<Record<string, string>> {
  const read = Object.entries(headers).filter(
    ([name]) => name === "authorization" || name === "if-none-match" || name.startsWith("x-amz-"),
  );
  return Object.fromEntries(read.map(([name, value]) => [name, String(value)]));
}
