import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AWS_PROVIDER_VERSIONS } from "../../../modules/shared/aws-provider";
import type { Credentials } from "../emulator/signature-v4";

/** Services whose requests go to the front: endpoint names of the AWS provider. */
const SERVICES = [
  ...["cloudwatch", "cloudwatchlogs", "connect", "events", "firehose", "iam", "kinesis", "kms"],
  ...["lambda", "opensearch", "s3", "scheduler", "sns", "sqs", "sts"],
  ...["identitystore", "organizations", "ssoadmin"],
] as const;

/**
 * The provider waits for ten minutes before it first describes a new domain. When a time-out ends its wait, it
 * describes the domain once more and accepts one that is ready.
 */
const DOMAIN_TIMEOUTS = { create: "1s", update: "1s", delete: "1s" };

/** Account of the caller that assumes the roles of the accounts, as a CI system has one of its own. */
const CALLER = "999999999999";

/** File in the folder of a stack that holds its state. */
export const STATE_FILE = "rehearsal.tfstate";
/** Written by `terraform init` into the folder of a stack. */
export const INITIALIZED = [".terraform", ".terraform.lock.hcl"] as const;

interface Artifact {
  readonly provider?: {
    readonly aws?: readonly {
      readonly alias?: string;
      readonly allowed_account_ids?: readonly string[];
      readonly assume_role?: readonly object[];
    }[];
    readonly opensearch?: readonly object[];
  };
  readonly resource?: Resources;
}

type Resources = Readonly<Record<string, Readonly<Record<string, Guarded>>>>;

interface Guarded {
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

export interface Overrides {
  /** URL of the front. */
  readonly awsUrl: string;
  /** URL that the opensearch provider writes to, and the session that it signs with. @default those of the artifact */
  readonly domain?: { readonly url: string; readonly session: Credentials };
}

/**
 * Everything that is changed of a stack to apply it on this machine, in one file beside the untouched artifact.
 * Validate the stack before: Terraform reads merged blocks leniently.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function layOverrides(folder: string, { awsUrl, domain }: Overrides): void {
  const { provider = {}, resource = {} } = readArtifact(folder);
  const aws = (provider.aws ?? []).map(({ alias, allowed_account_ids, assume_role }) => ({
    ...(alias !== undefined && { alias }),
    // The emulator takes an account's id for the access key of its root user.
    access_key: assume_role ? CALLER : allowed_account_ids?.at(0),
    secret_key: "test",
    max_retries: 2,
    s3_use_path_style: true,
    skip_metadata_api_check: "true",
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, awsUrl]))],
  }));
  write(folder, "rehearsal", {
    terraform: {
      backend: { local: { path: STATE_FILE } },
      required_providers: {
        aws: { source: "hashicorp/aws", version: AWS_PROVIDER_VERSIONS.tested },
      },
    },
    provider: {
      ...(aws.length > 0 && { aws }),
      ...(provider.opensearch && domain && { opensearch: [openSearchProvider(domain)] }),
    },
    ...domainTimeouts(resource),
  });
}

/** The one override that the emulator needs where endpoints and credentials come from the environment. */
export function layDomainTimeouts(folder: string): void {
  write(folder, "rehearsal", domainTimeouts(readArtifact(folder).resource));
}

function domainTimeouts({ aws_opensearch_domain: domains = {} }: Resources = {}): object {
  const names = Object.keys(domains);
  if (names.length === 0) return {};
  const timeouts = names.map((name) => [name, { timeouts: DOMAIN_TIMEOUTS }] as const);
  return { resource: { aws_opensearch_domain: Object.fromEntries(timeouts) } };
}

/** Its SDK sends AssumeRole to AWS only: it gets a session of the role instead. */
function openSearchProvider({ session, url }: NonNullable<Overrides["domain"]>): object {
  return {
    url,
    aws_assume_role_arn: "",
    aws_access_key: session.accessKeyId,
    aws_secret_key: session.secretAccessKey,
    aws_token: session.sessionToken,
  };
}

/**
 * Lifts `prevent_destroy` of every resource, as the documented steps for taking an installation down do.
 * @returns addresses of the resources that were guarded
 */
export function liftGuards(folder: string): readonly string[] {
  const guarded = Object.entries(readArtifact(folder).resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named)
      .filter(([, { lifecycle }]) => lifecycle?.prevent_destroy === true)
      .map(([name]) => [type, name] as const),
  );
  const resource: Record<string, Record<string, object>> = {};
  for (const [type, name] of guarded) {
    (resource[type] ??= {})[name] = { lifecycle: { prevent_destroy: false } };
  }
  if (guarded.length > 0) write(folder, "unguarded", { resource });
  return guarded.map(([type, name]) => `${type}.${name}`);
}

function readArtifact(folder: string): Artifact {
  return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Artifact;
}

function write(folder: string, name: string, content: object): void {
  writeFileSync(join(folder, `${name}_override.tf.json`), JSON.stringify(content, undefined, 2));
}
