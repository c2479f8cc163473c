import { z } from "zod";
import { DEFAULT_OFF_PEAK_START_HOUR } from "../domain-defaults";
import {
  ENGINE_PATTERN,
  ENGINE_PREFIX,
  NEW_DOMAIN_ENGINE,
  OLDEST_ENGINE,
  UNNAMED_ENGINE,
  engineProblem,
} from "../../aws/engine-versions";
import { DOMAIN_SIZE_NAMES } from "../../aws/domain-sizes";
import { customSizeSchema } from "./domain-size";
import { backendRolesSchema, dashboardsSignInSchema } from "./dashboards-sign-in";
import {
  arn,
  exactlyOneOf,
  hostName,
  kebab,
  region,
  roleArn,
  securityGroupIds,
  subnetIds,
} from "./primitives";

/** The size whose values the configuration has. */
const CUSTOM_SIZE = "custom";

/** The stacks of a domain of this name carry no suffix. */
export const DEFAULT_DOMAIN_NAME = "main";

const certificateArn = arn(
  "acm",
  "certificate/[\\w-]+",
  "arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
);

/**
 * Older engines are refused: AWS would create the domain, and the content's stack would fail. No default:
 * `resolve` has to distinguish a version that the file names from one that it does not name.
 */
const engineVersion = z
  .string()
  .regex(ENGINE_PATTERN, { abort: true, error: ({ input }) => engineProblem(String(input)) })
  .superRefine((value, context) => {
    const message = engineProblem(value);
    if (message) context.addIssue({ code: "custom", message });
  })
  .optional();

const OLDEST = `${ENGINE_PREFIX}${OLDEST_ENGINE} or newer`;
const WITHOUT = `Without it, synthesis takes ${ENGINE_PREFIX}${UNNAMED_ENGINE} and prints a warning.`;

const createSchema = z.strictObject({
  size: z
    .enum([...DOMAIN_SIZE_NAMES, CUSTOM_SIZE])
    .describe(
      "Size of the domain: nodes, storage, shards and replicas; see docs/domain.md. custom: the values of the key custom.",
    ),
  custom: customSizeSchema,
  standby: z
    .boolean()
    .optional()
    .describe(
      "Whether the domain is Multi-AZ with standby. false: all three zones serve requests, and each index has one replica instead of two. Default: true with size medium and large, false with custom.",
    ),
  engineVersion: engineVersion.describe(
    `Engine version, ${OLDEST}. A new domain should name ${ENGINE_PREFIX}${NEW_DOMAIN_ENGINE}, the newest that the tests run on. A change upgrades the domain in place and cannot be undone; see docs/domain.md. ${WITHOUT}`,
  ),
  customEndpoint: z
    .strictObject({
      host: hostName.describe("Host name, such as calls.example.com."),
      certificateArn: certificateArn.describe(
        "ARN of its ACM certificate, in the domain's Region.",
      ),
    })
    .optional()
    .describe(
      "Custom endpoint of the domain, with its ACM certificate. People use it, once a CNAME record points it to the domain; programs use the endpoint that AWS generates. See docs/domain.md.",
    ),
  vpc: z
    .strictObject({
      subnetIds: subnetIds.describe(
        "Ids of the subnets, one for each availability zone of the size.",
      ),
      securityGroupIds,
    })
    .optional()
    .describe("Places the domain in a VPC. A later change replaces the domain."),
  logResourcePolicy: z
    .enum(["create", "existing"])
    .default("create")
    .describe(
      "CloudWatch Logs resource policy that lets the domain write its logs. create: one is created. existing: the account has one already, and a change to it destroys the created one; see docs/domain.md.",
    ),
  contentRoleArn: roleArn
    .optional()
    .describe(
      "ARN of the role that deploys templates and dashboards, the domain's master user. Default: the account's role, or a role created for it. A later change destroys the created role.",
    ),
  signIn: dashboardsSignInSchema,
  offPeakStartHour: z
    .int()
    .min(0)
    .max(23)
    .default(DEFAULT_OFF_PEAK_START_HOUR)
    .describe("Start of the ten-hour off-peak window, an hour in UTC."),
});

const adoptSchema = z.strictObject({
  arn: arn(
    "es",
    "domain/[a-z][-0-9a-z]{2,27}",
    "arn:aws:es:eu-central-1:111122223333:domain/analytics",
  ).describe("ARN of the domain."),
  endpoint: hostName.describe(
    "The endpoint that AWS generated for the domain, without https://. Programs use it.",
  ),
  customEndpoint: hostName
    .optional()
    .describe("The domain's custom endpoint, if it has one. People use it."),
  replicas: z
    .int()
    .min(0)
    .max(5)
    .describe("Replicas of each primary shard, as many as the domain's zones require."),
  shards: z.int().min(1).max(30).default(1).describe("Primary shards of an index."),
  engineVersion: engineVersion.describe(
    `Engine version that the domain has, ${OLDEST}. ${WITHOUT}`,
  ),
  contentRoleArn: roleArn.describe(
    "ARN of the role that may write templates, roles and saved objects.",
  ),
  backendRoles: backendRolesSchema,
  vpc: z
    .boolean()
    .optional()
    .describe(
      "Whether the domain is reached only from inside a VPC. Default: true if the endpoint starts with vpc-.",
    ),
});

const contentFunctionSchema = z
  .strictObject({
    vpc: z
      .strictObject({ subnetIds, securityGroupIds })
      .optional()
      .describe(
        "Subnets and security groups of the function, with a route to the domain, to S3 and to STS. Default: those of a created domain, or the function is in no VPC.",
      ),
    existingIndices: z
      .boolean()
      .default(false)
      .describe(
        "Whether an apply includes the indices that templates and policies do not change: new fields, settings, the version of their policy.",
      ),
  })
  .optional()
  .describe("The function of content: function. See docs/content-function.md.");

export const domainSchema = z
  .strictObject({
    name: kebab
      .default(DEFAULT_DOMAIN_NAME)
      .describe("Part of the domain's name; the stack names of the domain main have no suffix."),
    account: z
      .string()
      .optional()
      .describe("Name of the account, a key of accounts. Default: the only account."),
    region: region.optional().describe("AWS Region. Default: the account's Region."),
    create: createSchema.optional().describe("Creates the domain."),
    adopt: adoptSchema.optional().describe("Adopts an existing domain."),
    endpoint: hostName
      .optional()
      .describe(
        "Endpoint that AWS generated for the created domain, once known. Other stacks then need no read access to the analytics account.",
      ),
    tenantPerContactCenter: z
      .boolean()
      .default(false)
      .describe("Gives each contact center its own Dashboards tenant."),
    content: z
      .enum(["terraform", "function", "files"])
      .default("terraform")
      .describe(
        "How templates, pipelines, policies, roles and dashboards get into the domain. terraform: by the opensearch provider, which has to reach the domain. function: by a Lambda function that Terraform invokes. files: by you, with switchboard apply-content or from plain files. See docs/content-function.md.",
      ),
    contentFunction: contentFunctionSchema,
  })
  .superRefine(exactlyOneOf("create", "adopt"));
