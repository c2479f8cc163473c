import type { DesiredContent } from "../../../lambdas/content/content-object";
import { desiredContent } from "../../../modules/opensearch-content/desired-content";
import { contentProps } from "../../../modules/stacks/content-props";
import { configurationOf } from "../../../workbench/testing/configured";

export const CONTENT_ROLE = "arn:aws:iam::111122223333:role/content";

const ADOPTED = {
  create: undefined,
  adopt: {
    arn: "arn:aws:es:eu-central-1:111122223333:domain/analytics",
    endpoint: "search.example.com",
    replicas: 0,
    contentRoleArn: CONTENT_ROLE,
    backendRoles: { viewers: ["viewers"], editors: ["editors"] },
  },
  tenantPerContactCenter: true,
};

/** The content of a domain with one contact center that has a tenant, reports and queue metrics. */
export function contentOf(
  alias: string,
  centerFile: Readonly<Record<string, unknown>> = {},
): DesiredContent {
  const { contactCenters, domains } = configurationOf(
    { alias, report: {}, ...centerFile },
    ADOPTED,
  );
  const [domain] = domains;
  if (!domain) throw new Error("The configuration has a domain.");
  return desiredContent(contentProps(domain, contactCenters), domain.names.contentState);
}
