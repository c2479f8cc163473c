import { z } from "zod";
import { DOMAIN_SIZE_NAMES } from "../sizes";
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

/** The version that everything here has been run on. */
const ENGINE_VERSION = "OpenSearch_2.19";

/** The stacks of a domain of this name carry no suffix. */
export const DEFAULT_DOMAIN_NAME = "main";

const certificateArn = arn(
  "acm",
  "certificate/[\\w-]+",
  "arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
);

const createSchema = z.strictObject({
  size: z
    .enum(DOMAIN_SIZE_NAMES)
    .describe("Nodes, storage, shards and copies; see config/sizes.ts."),
  engineVersion: z
    .string()
    .regex(/^OpenSearch_\d+\.\d+$/, "use a version such as OpenSearch_2.19")
    .default(ENGINE_VERSION)
    .describe("Engine version; everything is proven on the default."),
  customEndpoint: z
    .strictObject({
      host: hostName.describe("Host name, such as calls.example.com."),
      certificateArn: certificateArn.describe("Its certificate, in the domain's Region."),
    })
    .optional()
    .describe("A name of your own for the domain, with its ACM certificate."),
  vpc: z
    .strictObject({
      subnetIds: subnetIds.describe("One for each availability zone of the size."),
      securityGroupIds,
    })
    .optional()
    .describe("Put the domain into a VPC. Cannot be changed later without replacing the domain."),
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
    .default(1)
    .describe("UTC hour at which the ten hours of the maintenance window start."),
});

const adoptSchema = z.strictObject({
  arn: arn(
    "es",
    "domain/[a-z][-0-9a-z]{2,27}",
    "arn:aws:es:eu-central-1:111122223333:domain/analytics",
  ).describe("ARN of the domain."),
  endpoint: hostName.describe("The domain's endpoint, without https://."),
  replicas: z
    .int()
    .min(0)
    .max(5)
    .describe("Copies of each shard beside the primary, as the domain's zones ask for."),
  shards: z.int().min(1).max(30).default(1).describe("Primary shards of an index."),
  engineVersion: z
    .string()
    .regex(/^OpenSearch_\d+\.\d+$/, "use a version such as OpenSearch_2.19")
    .default(ENGINE_VERSION)
    .describe("Engine version; everything is proven on the default."),
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
        "Endpoint of the created domain, once known: other stacks then need not ask the analytics account for it.",
      ),
    tenantPerContactCenter: z
      .boolean()
      .default(false)
      .describe("Give each contact center a Dashboards tenant of its own."),
  })
  .superRefine(exactlyOneOf("create", "adopt"));
