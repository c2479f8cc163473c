import type { Artifact, Value } from "./artifact";

/**
 * Values of data sources in the tests of a module, where a random text would be refused: by the provider's
 * checks of a plan, or by Switchboard's own. For each other attribute, `terraform test` makes a value up.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  aws_connect_instance: {
    arn: "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-3333-4444-555555555555",
    identity_management_type: "SAML",
  },
  aws_iam_policy_document: { json: '{"Version":"2012-10-17","Statement":[]}' },
  aws_identitystore_group: { group_id: "11111111-2222-3333-4444-555555555555" },
  aws_identitystore_user: {
    name: [{ family_name: "Doe", given_name: "Jane" }],
    user_id: "11111111-2222-3333-4444-666666666666",
  },
  aws_kms_alias: {
    target_key_arn: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
  },
  aws_opensearch_domain: { endpoint: "search-example.us-east-1.es.amazonaws.com" },
  aws_ssoadmin_instances: {
    arns: ["arn:aws:sso:::instance/ssoins-1111222233334444"],
    identity_store_ids: ["d-1111222233"],
  },
};

/** Defaults of the data sources that the artifact reads, by type. */
export function mockData(
  artifact: Artifact,
  accountId: string,
): readonly (readonly [string, Readonly<Record<string, Value>>])[] {
  return Object.keys(artifact.data ?? {}).flatMap((type) => {
    // A plan refuses another account than the organization's management account.
    const values =
      type === "aws_organizations_organization" ? { master_account_id: accountId } : DEFAULTS[type];
    return values === undefined ? [] : [[type, values] as const];
  });
}

/** Satisfies the provider's check of an ARN, whatever the resource is. */
const ARN = "arn:aws:mock:us-east-1:111122223333:resource";

/**
 * ARNs of the resources whose ARN another block reads, by type. OpenTofu makes values up for a plan, where the
 * provider checks them; Terraform has no value before the apply.
 */
export function mockResources(
  artifact: Artifact,
): readonly (readonly [string, Readonly<Record<string, Value>>])[] {
  const text = JSON.stringify(artifact);
  return Object.keys(artifact.resource ?? {})
    .filter((type) => new RegExp(`\\b${type}\\.[\\w-]+\\.arn\\b`).test(text))
    .map((type) => [type, { arn: ARN }] as const);
}
