import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { terraformProgram } from "../../cli/terraform-program";
import { AWS_PROVIDER_VERSION } from "../../modules/shared/aws-provider";
import { RARE_GARBAGE_COLLECTION } from "../../workbench/testing/go-programs";
import { accessKeyOf } from "./aws-stub";

const run = promisify(execFile);

/** Services that planning may ask; all of them are sent to the stub. */
const SERVICES = [
  "cloudwatch",
  "cloudwatchlogs",
  "cognitoidentity",
  "cognitoidp",
  "connect",
  "ec2",
  "events",
  "firehose",
  "iam",
  "identitystore",
  "kinesis",
  "kms",
  "lambda",
  "opensearch",
  "organizations",
  "s3",
  "scheduler",
  "sns",
  "sqs",
  "ssoadmin",
  "sts",
] as const;

interface ProviderBlock {
  readonly alias?: string;
  readonly allowed_account_ids?: readonly string[];
}

/**
 * Lays a file beside the untouched artifact that sends every call to the stub and keeps the state in
 * the folder. Terraform merges it over the artifact. It pins the AWS provider, too: that a file beside
 * the artifact can do so is promised to users.
 * @param domainUrl What the opensearch provider writes to, unsigned. Default: as the artifact says.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function layOverride(
  folder: string,
  stubUrl: string,
  jsonArtifact: string,
  domainUrl?: string,
): void {
  const artifact = JSON.parse(readFileSync(jsonArtifact, "utf8")) as {
    readonly provider?: { readonly aws?: readonly ProviderBlock[] };
  };
  const aws = (artifact.provider?.aws ?? []).map(({ alias, allowed_account_ids }) => ({
    ...(alias && { alias }),
    access_key: accessKeyOf(allowed_account_ids?.[0] ?? ""),
    secret_key: "test",
    max_retries: 1,
    s3_use_path_style: true,
    skip_metadata_api_check: "true",
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, stubUrl]))],
  }));
  const opensearch = domainUrl && [
    { url: domainUrl, sign_aws_requests: false, aws_assume_role_arn: "", aws_region: "" },
  ];
  writeFileSync(
    join(folder, "zz_override.tf.json"),
    JSON.stringify({
      terraform: {
        backend: { local: { path: "test.tfstate" } },
        required_providers: { aws: { source: "hashicorp/aws", version: AWS_PROVIDER_VERSION } },
      },
      provider: { ...(aws.length > 0 && { aws }), ...(opensearch && { opensearch }) },
    }),
  );
}

/** A command that failed, with Terraform's own words. */
export class TerraformError extends Error {
  /** Everything that Terraform wrote. */
  public readonly output: string;

  constructor(message: string, output: string, cause: unknown) {
    super(message, { cause });
    this.output = output;
  }
}

/**
 * Runs Terraform in the folder and returns what it said.
 * @throws {TerraformError}
 */
export async function terraform(folder: string, ...args: readonly string[]): Promise<string> {
  return await terraformWith({}, folder, ...args);
}

/**
 * The same with more environment variables.
 * @throws {TerraformError}
 */
export async function terraformWith(
  environment: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Promise<string> {
  try {
    const { stdout } = await run(terraformProgram(), [...args], {
      cwd: folder,
      env: { ...offline(process.env), ...environment },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr = "", stdout = "" } = error as { readonly stderr?: string; stdout?: string };
    throw new TerraformError(explain(error, args), `${stdout}\n${stderr}`, error);
  }
}

/** No credentials and no telemetry; a CLI configuration that does not exist would be an error. */
function offline(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: cli, ...rest } = environment;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !name.startsWith("AWS_")),
  );
  return {
    ...RARE_GARBAGE_COLLECTION,
    ...kept,
    ...(cli && existsSync(cli) && { TF_CLI_CONFIG_FILE: cli }),
    TF_PLUGIN_CACHE_DIR: pluginCache(),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/**
 * A provider is installed once, not for every stack. Terraform's cache takes one process at a time, so
 * each worker of the tests has its own.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache
 */
function pluginCache(): string {
  const worker = process.env["JEST_WORKER_ID"] ?? "1";
  const folder = join(__dirname, "..", "..", ".cache", "terraform-plugins", worker);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function explain(error: unknown, args: readonly string[]): string {
  const { code, stderr, stdout } = error as {
    readonly code?: string | number;
    readonly stderr?: string;
    readonly stdout?: string;
  };
  if (code === "ENOENT") {
    return `${terraformProgram()} is not installed, and these tests run the real one: install Terraform 1.11 or newer and put it on the PATH, or set SWITCHBOARD_TERRAFORM=tofu for OpenTofu.`;
  }
  if (args[0] === "init") {
    return `A provider cannot be installed. Terraform downloads it, or takes it from a mirror that its CLI configuration (TF_CLI_CONFIG_FILE) names:\n${stderr ?? ""}`;
  }
  // What was planned until then would bury the reason.
  return `${terraformProgram()} ${args.join(" ")} failed:\n${stderr || stdout || String(error)}`;
}
