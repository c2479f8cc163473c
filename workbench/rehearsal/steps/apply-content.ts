import type { Configuration } from "../../../config/configuration";
import { contentProps } from "../../../modules/stacks/content-props";
import { contentFor } from "../../../modules/opensearch-content/content/content";
import { applyAccess, applySavedObjects, applyTemplates } from "../../opensearch/apply-content";
import { SignedOpenSearchClient } from "../domain/signed-client";
import type { Credentials } from "../emulator/signature-v4";
import type { RehearsedStack, Rehearsal } from "../rehearsal";
import { missingProviders } from "../../testing/missing-providers";
import { layOverrides } from "../terraform/overrides";
import { TerraformError } from "../terraform/terraform";

/** How the content got into the domain. */
export type ContentWay =
  | { readonly by: "Terraform"; readonly added: number }
  | { readonly by: "the project's client"; readonly missing: readonly string[] };

/**
 * Applies the content of the domain that the rehearsal is about, as the content role: with the real provider where Terraform can install it, else with the
 * project's own client, whose content is that of the stack.
 * @param configuration what the artifact was synthesized from. Default: the example
 */
export async function applyContent(
  rehearsal: Rehearsal,
  stack: RehearsedStack,
  configuration: Configuration = rehearsal.configuration,
): Promise<ContentWay> {
  const { aws, domain } = rehearsal;
  const missing = await providersMissingFor(stack);
  if (missing.length === 0) {
    const session = await assumeContentRole(rehearsal);
    await stack.terraform.validate();
    layOverrides(stack.folder, {
      awsUrl: aws.front.url,
      domain: { url: aws.domain(domain).url, session },
    });
    await stack.terraform.init();
    return { by: "Terraform", added: await stack.terraform.apply() };
  }
  await applyByClient(rehearsal, configuration);
  return { by: "the project's client", missing };
}

/** Applies the content as the content role with the project's own client. */
export async function applyByClient(
  rehearsal: Rehearsal,
  { contactCenters, domains }: Configuration = rehearsal.configuration,
): Promise<void> {
  const domain = domains.find(({ name }) => name === rehearsal.domain.name);
  if (!domain) throw new Error(`There is no domain ${rehearsal.domain.name}.`);
  const client = await contentClient(rehearsal);
  const content = contentFor(contentProps(domain, contactCenters));
  await applyTemplates(client, content);
  await applySavedObjects(client, content);
  await applyAccess(client, content);
}

/** A client whose requests a session of the applied content role signs. */
export async function contentClient(rehearsal: Rehearsal): Promise<SignedOpenSearchClient> {
  const { aws, domain } = rehearsal;
  const session = await assumeContentRole(rehearsal);
  return new SignedOpenSearchClient(aws.domain(domain).url, domain.account.region, session);
}

async function providersMissingFor({ terraform }: RehearsedStack): Promise<readonly string[]> {
  try {
    await terraform.initWithoutBackend();
    return [];
  } catch (error) {
    const missing = error instanceof TerraformError ? missingProviders(error.message) : [];
    if (missing.length === 0) throw error;
    return missing;
  }
}

/**
 * A session of the applied content role.
 * @throws {AwsError} if the role's trust policy does not allow it
 */
async function assumeContentRole({ aws, domain }: Rehearsal): Promise<Credentials> {
  const xml = await aws.administrator.inAccountOf(domain.contentRoleArn).query("sts", {
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: domain.contentRoleArn,
    RoleSessionName: "rehearsal",
  });
  const text = (element: string): string =>
    new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? "";
  return {
    accessKeyId: text("AccessKeyId"),
    secretAccessKey: text("SecretAccessKey"),
    sessionToken: text("SessionToken"),
  };
}
