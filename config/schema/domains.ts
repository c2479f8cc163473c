import { z } from "zod";
import { DEFAULT_OFF_PEAK_START_HOUR } from "../domain-defaults";
import {
  DEFAULT_ENGINE,
  ENGINE_PATTERN,
  ENGINE_PREFIX,
  OLDEST_ENGINE,
  engineProblem,
} from "../../aws/engine-versions";
import { DOMAIN_SIZE_NAMES } from "../../aws/domain-sizes";
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

/** The stacks of a domain of this name carry no suffix. */
export const DEFAULT_DOMAIN_NAME = "main";

const certificateArn = arn(
  "acm",
  "certificate/[\\w-]+",
  "arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
);

/** Older engines are refused: AWS would create the domain, and the content's stack would fail. */
const engineVersion = z
  .string()
  .regex(ENGINE_PATTERN, { abort: true, error: ({ input }) => engineProblem(String(input)) })
  .superRefine((value, context) => {
    const message = engineProblem(value);
    if (message) context.addIssue({ code: "custom", message });
  })
  .default(`${ENGINE_PREFIX}${DEFAULT_ENGINE}`)
  .describe(
    `Engine version, ${ENGINE_PREFIX}${OLDEST_ENGINE} or newer; everything is proven on the default.`,
  );

const createSchema = z.strictObject({
  size: z
    .enum(DOMAIN_SIZE_NAMES)
    .describe("Nodes, storage, shards and copies; see aws/domain-sizes.ts."),
  engineVersion,
  customEndpoint: z
    .strictObject({
      host: hostName.describe("Host name, such as calls.example.com."),
      certificateArn: certificateArn.describe("Its certificate, in the domain's Region."),
    })
    .optional()
    .describe(
      "A name of your own for the domain, with its ACM certificate. People use it, once a CNAME record leads from it to the domain; programs use the endpoint that AWS generates. See docs/domain.md.",
    ),
  vpc: z
    .strictObject({
      subnetIds: subnetIds.describe("One for each availability zone of the size."),
      securityGroupIds,
    })
    .optional()
    .describe("Put the domain into a VPC. Cannot be changed later without replacing the domain."),
  logResourcePolicy: z
    .enum(["create", "existing"])
    .default("create")
    .describe(
      "CloudWatch Logs resource policy that lets the domain write its logs. existing: none is made, because the account has one already; see docs/domain.md.",
    ),
  contentRoleArn: roleArn
    .optional()
    .describe(
      "Role that deploys templates and dashboards, and master of the domain. Default: the account's role, or a role made for it.",
    ),
  signIn: dashboardsSignInSchema,
  offPeakStartHour: z
    .int()
    .min(0)
    .max(23)
    .default(DEFAULT_OFF_PEAK_START_HOUR)
    .describe("UTC hour at which the ten hours of the maintenance window start."),
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
    .describe("Copies of each shard beside the primary, as the domain's zones ask for."),
  shards: z.int().min(1).max(30).default(1).describe("Primary shards of an index."),
  engineVersion,
  contentRoleArn: roleArn.describe("Role that may write templates, roles and saved objects."),
  backendRoles: backendRolesSchema,
  vpc: z
    .boolean()
    .optional()
    .describe(
      "Whether the domain is reached only from inside a VPC. Default: true if the endpoint starts with vpc-.",
    ),
});

export const domainSchema = z
  .strictObject({
    name: kebab
      .default(DEFAULT_DOMAIN_NAME)
      .describe("Part of the domain's name; the stacks of main carry no suffix."),
    account: z.string().optional().describe("Default: the only account."),
    region: region.optional().describe("Default: the account's Region."),
    create: createSchema.optional().describe("Create the domain."),
    adopt: adoptSchema.optional().describe("Use a domain that exists already."),
    endpoint: hostName
      .optional()
      .describe(
        "Endpoint that AWS generated for the created domain, once known: other stacks then need not ask the analytics account for it.",
      ),
    tenantPerContactCenter: z
      .boolean()
      .default(false)
      .describe("Give each contact center a Dashboards tenant of its own."),
  })
  .superRefine(exactlyOneOf("create", "adopt"));
