import { z } from "zod";
import { PARTITION_PATTERN } from "../../aws/partitions";
import { REGION_PATTERN } from "../../aws/regions";
import { POLICY_ARN_PATTERN, ROLE_PATH_LIMIT, ROLE_PATH_PATTERN } from "../../aws/roles";
import { atMostCharacters } from "./characters";

/**
 * The small shapes that the whole configuration is made of. A message says what would be right;
 * what was wrong (the value) is put in front of it when the problem is reported.
 */

const RESERVED = "JavaScript keeps this word for itself; use another";

/** Names become ids of constructs, which are kept in a plain object: `constructor` is always taken. */
function isFree(name: string): boolean {
  return !(name in {});
}

/** Lower-case words joined by single hyphens: safe in every name that AWS and OpenSearch allow. */
export const KEBAB_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const kebab = z
  .string()
  .regex(KEBAB_PATTERN, "use lower-case letters, digits and single hyphens, starting with a letter")
  .refine(isFree, RESERVED);

export const accountId = z
  .string()
  .regex(/^\d{12}$/, 'an AWS account id is 12 digits in quotes, such as "111122223333"');

export const region = z
  .string()
  .regex(REGION_PATTERN, "use the name of an AWS Region, such as eu-central-1");

export const roleName = z
  .string()
  .regex(
    /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    "use the role's name without its ARN, with its path if it has one, such as ci/switchboard-deploy",
  );

/** Where roles are made: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const rolePath = z
  .string()
  .max(ROLE_PATH_LIMIT, `a path has at most ${ROLE_PATH_LIMIT} characters, for the roles' ARNs`)
  .regex(
    ROLE_PATH_PATTERN,
    "use a path that begins and ends with /, of letters, digits and _+=,.@- between them, such as /contact-center/",
  );

export const policyArn = z
  .string()
  .regex(
    POLICY_ARN_PATTERN,
    "use the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary",
  );

export const instanceId = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    "use the id at the end of the instance's ARN, such as 12345678-1234-1234-1234-123456789012",
  );

/** An ARN of one service; `resource` is the pattern of what follows the account. */
export function arn(service: string, resource: string, example: string) {
  return z
    .string()
    .regex(
      new RegExp(`^arn:${PARTITION_PATTERN}:${service}:[a-z0-9-]*:(\\d{12})?:${resource}$`),
      `use an ARN such as ${example}`,
    );
}

export const roleArn = arn(
  "iam",
  "role/[\\w+=,.@/-]+",
  "arn:aws:iam::111122223333:role/analytics-admin",
);

export const keyArn = z
  .string()
  .refine(
    (value) => !/alias\/aws\//.test(value),
    "an AWS-managed key cannot be used, because its policy is fixed and does not let Amazon Connect " +
      "write to an encrypted stream; leave the key out and Switchboard creates one, or name a customer-managed key",
  )
  .refine(
    (value) =>
      /alias\/aws\//.test(value) ||
      new RegExp(`^arn:${PARTITION_PATTERN}:kms:[a-z0-9-]+:\\d{12}:key/[\\w-]+$`).test(value),
    "use the ARN of a customer-managed key, such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  );

/** A host name without scheme and path. */
export const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    "use a host name without https:// and without a path, such as search.example.com",
  );

export const timeZone = z.string().superRefine((value, context) => {
  const right = rightTimeZone(value);
  if (right === true) return;
  context.addIssue({
    code: "custom",
    message:
      right === false
        ? "use a name of the IANA time zone database, such as Europe/Berlin, America/New_York or UTC"
        : `write it as ${right}`,
  });
});

/** True, or the right spelling, or false. Abbreviations (EST) are refused: they do not follow daylight saving. */
function rightTimeZone(value: string): true | false | string {
  if (value === "UTC") return true;
  if (!value.includes("/")) return false;
  try {
    const resolved = new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
    const differsInCaseOnly = resolved !== value && resolved.toLowerCase() === value.toLowerCase();
    if (differsInCaseOnly) return resolved;
    // An older alias (Asia/Calcutta) is as good, but only in the spelling of the database.
    return /^[A-Z]\w+(\/[A-Z][\w+-]*)+$/.test(value);
  } catch {
    return false;
  }
}

/** Firehose takes at most 16 subnets and 5 security groups: its API reference, VpcConfiguration. */
export const subnetIds = z
  .array(z.string().regex(/^subnet-[0-9a-f]+$/, "use a subnet id, such as subnet-0123abcd"))
  .min(1)
  .max(16)
  .describe("Ids of the subnets.");

export const securityGroupIds = z
  .array(z.string().regex(/^sg-[0-9a-f]+$/, "use a security group id, such as sg-0123abcd"))
  .min(1)
  .max(5)
  .describe("Ids of the security groups.");

/** A text that reaches Terraform as it is. Refused: templates, and what does not survive as HCL. */
function oneLine(longest: number, tooLong?: string) {
  return atMostCharacters(z.string().min(1), longest, tooLong)
    .regex(/^[^\\\p{Cc}]*$/u, "use one line, without backslashes, which HCL cannot carry")
    .refine((value) => !TEMPLATE.test(value), TEMPLATE_ADVICE)
    .meta({ maxLength: longest });
}

const TEMPLATE = /[$%]\{/;
const TEMPLATE_ADVICE = "Terraform reads ${ and %{ as templates; write or name it without them";

/** Words of one's own, which may become part of others: HCL does not carry quotes everywhere. */
export function plainText(longest: number, tooLong?: string) {
  return oneLine(longest, tooLong).regex(/^[^"]*$/, "leave out quotes");
}

/** A name of the directory: the identitystore API, shape GroupDisplayName. */
export const directoryName = oneLine(1024, "Identity Center allows 1024 characters").regex(
  // Control characters have been refused above.
  /^[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Cc} \u00a0\u3000]*$/u,
  "it holds a character that is not seen and that Identity Center does not allow; type the name anew instead of pasting it",
);

/**
 * A person's user name. Identity Center allows more, but Connect only this, and the two must be the same.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export const signInName = z
  .string()
  .regex(
    /^[a-zA-Z0-9_.@-]{2,64}$/,
    "the name must be the same in Identity Center and in Connect, and Connect allows 2 to 64 letters, digits and _ - . @",
  )
  .refine(isFree, RESERVED);

/**
 * A group or a person of Identity Center by id: the identitystore API, shape ResourceId.
 * @see https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_GroupMembership.html
 */
export const principalId = z
  .string()
  .regex(
    /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}$/,
    "use the id on the page of the group or user in the Identity Center console, such as 90676ac4e2-1234abcd-12ab-34cd-56ef-1234567890ab",
  );

/** An application of the access portal. What is often entered in its place is reported by name. */
export const applicationArn = z.string().superRefine((value, context) => {
  const message = wrongApplicationArn(value);
  if (message) context.addIssue({ code: "custom", message });
});

const APPLICATION_ARN = new RegExp(
  `^arn:${PARTITION_PATTERN}:sso::\\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16}$`,
);

function wrongApplicationArn(value: string): string | undefined {
  if (/^arn:aws[\w-]*:iam::\d{12}:saml-provider\//.test(value)) {
    return (
      "this is a SAML provider of IAM, to which Identity Center cannot assign anyone, and AWS has no API that makes a " +
      "SAML application from it; make the application in the Identity Center console and give its ARN " +
      "(arn:aws:sso::…:application/…), or leave it out and sign in through permission sets"
    );
  }
  if (/^arn:aws[\w-]*:sso::aws:applicationProvider\//.test(value)) {
    return (
      "this is a kind of application, not an application, and SAML kinds can only be made in the console; " +
      "give the ARN of the application made there"
    );
  }
  return APPLICATION_ARN.test(value)
    ? undefined
    : "use an ARN such as arn:aws:sso::111122223333:application/ssoins-1234567890abcdef/apl-1234567890abcdef";
}

/** A file that synthesis reads, from the directory that it runs in. */
export const filePath = z
  .string()
  .regex(
    /^[^/"\\\p{Cc}][^"\\\p{Cc}]*$/u,
    "use a path from the directory that Switchboard runs in, with / and without quotes",
  )
  .refine((value) => !TEMPLATE.test(value), TEMPLATE_ADVICE);

/** Two ways of having a thing, of which the user picks one. */
export function exactlyOneOf(first: string, second: string) {
  return (value: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const named = [first, second].filter((key) => value[key] !== undefined);
    if (named.length === 1) return;
    context.addIssue({
      code: "custom",
      message:
        named.length === 0
          ? `name one of ${first} and ${second}`
          : `name only one of ${first} and ${second}`,
    });
  };
}
