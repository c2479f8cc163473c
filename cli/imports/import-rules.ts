import type { DeclaredResource } from "./declared-resource";

/** How Terraform finds a resource that exists already: its import id. */
export interface ImportRule {
  /** The import id. `found` is what the lookup prints. */
  readonly id: (resource: DeclaredResource, found: string) => string;
  /** Command of the AWS CLI that prints the part of the id that only AWS knows. @default none */
  readonly lookup?: (resource: DeclaredResource) => string;
}

const byText = (...attributes: readonly string[]): ImportRule => ({
  id: (resource) => attributes.map((attribute) => resource.text(attribute)).join(":"),
});

/** Import id and the AWS CLI's answer are the same. */
const byLookup = (lookup: NonNullable<ImportRule["lookup"]>): ImportRule => ({
  ...{ id: (_, found) => found, lookup },
});

/**
 * Import ids by resource type. An attribute that refers to another resource stands for that resource's import id.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs section "Import" of each resource
 */
export const IMPORT_RULES: Readonly<Record<string, ImportRule>> = {
  aws_cloudwatch_event_rule: byText("name"),
  aws_cloudwatch_event_target: {
    id: (resource, found) => `${resource.text("rule")}/${found}`,
    lookup: (resource) =>
      `aws events list-targets-by-rule --rule ${resource.text("rule")} --query "Targets[0].Id"`,
  },
  aws_cloudwatch_log_group: byText("name"),
  aws_cloudwatch_log_resource_policy: byText("policy_name"),
  aws_cloudwatch_log_stream: byText("log_group_name", "name"),
  aws_cloudwatch_metric_alarm: byText("alarm_name"),
  aws_cognito_identity_pool: byLookup(
    (resource) =>
      `aws cognito-identity list-identity-pools --max-results 60 --query "IdentityPools[?IdentityPoolName=='${resource.text("identity_pool_name")}'].IdentityPoolId | [0]"`,
  ),
  aws_cognito_identity_pool_roles_attachment: byText("identity_pool_id"),
  aws_cognito_managed_user_pool_client: {
    id: (resource, found) => `${resource.text("user_pool_id")}/${found}`,
    lookup: (resource) =>
      `aws cognito-idp list-user-pool-clients --user-pool-id ${resource.text("user_pool_id")} --query "UserPoolClients[0].ClientId"`,
  },
  aws_cognito_user: {
    id: (resource) => `${resource.text("user_pool_id")}/${resource.text("username")}`,
  },
  aws_cognito_user_group: {
    id: (resource) => `${resource.text("user_pool_id")}/${resource.text("name")}`,
  },
  aws_cognito_user_pool: byLookup(
    (resource) =>
      `aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name=='${resource.text("name")}'].Id | [0]"`,
  ),
  aws_cognito_user_pool_domain: byText("domain"),
  aws_connect_instance: byLookup(
    (resource) =>
      `aws connect list-instances --query "InstanceSummaryList[?InstanceAlias=='${resource.text("instance_alias")}'].Id | [0]"`,
  ),
  aws_connect_instance_storage_config: {
    id: (resource, found) =>
      `${resource.text("instance_id")}:${found}:${resource.text("resource_type")}`,
    lookup: (resource) =>
      `aws connect list-instance-storage-configs --instance-id ${resource.text("instance_id")} --resource-type ${resource.text("resource_type")} --query "StorageConfigs[0].AssociationId"`,
  },
  aws_connect_user: {
    id: (resource, found) => `${resource.text("instance_id")}:${found}`,
    lookup: (resource) =>
      `aws connect list-users --instance-id ${resource.text("instance_id")} --query "UserSummaryList[?Username=='${resource.text("name")}'].Id | [0]"`,
  },
  aws_iam_role: byText("name"),
  aws_iam_role_policy: byText("role", "name"),
  aws_iam_role_policy_attachment: {
    id: (resource) => `${resource.text("role")}/${resource.text("policy_arn")}`,
  },
  aws_iam_saml_provider: {
    id: (resource) => resource.globalArn("iam", `saml-provider/${resource.text("name")}`),
  },
  aws_kinesis_firehose_delivery_stream: {
    id: (resource) => resource.arn("firehose", `deliverystream/${resource.text("name")}`),
  },
  aws_kinesis_stream: byText("name"),
  aws_kms_alias: byText("name"),
  aws_kms_key: byLookup((resource) => {
    const alias = resource.referredToBy("aws_kms_alias", "target_key_id");
    return `aws kms describe-key --key-id ${alias.text("name")} --query KeyMetadata.KeyId`;
  }),
  aws_lambda_event_source_mapping: byLookup(
    (resource) =>
      `aws lambda list-event-source-mappings --function-name ${resource.text("function_name")} --query "EventSourceMappings[0].UUID"`,
  ),
  aws_lambda_function: byText("function_name"),
  aws_lambda_function_event_invoke_config: byText("function_name"),
  aws_opensearch_domain: byText("domain_name"),
  aws_opensearch_domain_saml_options: byText("domain_name"),
  aws_s3_bucket: byText("bucket"),
  aws_s3_bucket_lifecycle_configuration: byText("bucket"),
  aws_s3_bucket_ownership_controls: byText("bucket"),
  aws_s3_bucket_policy: byText("bucket"),
  aws_s3_bucket_public_access_block: byText("bucket"),
  aws_s3_bucket_server_side_encryption_configuration: byText("bucket"),
  aws_s3_bucket_versioning: byText("bucket"),
  aws_s3_object: { id: (resource) => `${resource.text("bucket")}/${resource.text("key")}` },
  aws_scheduler_schedule: { id: (resource) => `default/${resource.text("name")}` },
  aws_security_group: byLookup(
    (resource) =>
      `aws ec2 describe-security-groups --filters Name=group-name,Values=${resource.text("name")} --query "SecurityGroups[0].GroupId"`,
  ),
  aws_sns_topic: { id: (resource) => resource.arn("sns", resource.text("name")) },
  aws_sns_topic_policy: byText("arn"),
  aws_sns_topic_subscription: byLookup(
    (resource) =>
      `aws sns list-subscriptions-by-topic --topic-arn ${resource.text("topic_arn")} --query "Subscriptions[?Endpoint=='${resource.text("endpoint")}'].SubscriptionArn | [0]"`,
  ),
  aws_sqs_queue: {
    /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
    id: (resource) =>
      `https://sqs.${resource.place.region}.amazonaws.com/${resource.place.id}/${resource.text("name")}`,
  },
  aws_sqs_queue_policy: byText("queue_url"),
  aws_sqs_queue_redrive_allow_policy: byText("queue_url"),
  aws_sqs_queue_redrive_policy: byText("queue_url"),
  aws_vpc_endpoint: byLookup(
    (resource) =>
      `aws ec2 describe-vpc-endpoints --filters Name=tag:Name,Values=${resource.tag("Name")} --query "VpcEndpoints[0].VpcEndpointId"`,
  ),
  aws_vpc_security_group_ingress_rule: byLookup(
    (resource) =>
      `aws ec2 describe-security-group-rules --filters Name=group-id,Values=${resource.text("security_group_id")} --query "SecurityGroupRules[?ReferencedGroupInfo.GroupId=='${resource.text("referenced_security_group_id")}'].SecurityGroupRuleId | [0]"`,
  ),
};

const IN_IDENTITY_CENTER =
  "import it by hand with its ARNs in IAM Identity Center, as the provider's page of the type describes";

/** Types without a rule, and the reason. */
export const NOT_IMPORTED: Readonly<Record<string, string>> = {
  terraform_data: "it exists in the state alone; the next apply creates it again",
  aws_lambda_invocation: "the next apply invokes the function again, which changes nothing",
  aws_cognito_user_in_group: "the next apply adds the user again, which changes nothing",
  aws_ssoadmin_account_assignment: IN_IDENTITY_CENTER,
  aws_ssoadmin_application: IN_IDENTITY_CENTER,
  aws_ssoadmin_application_assignment: IN_IDENTITY_CENTER,
  aws_ssoadmin_permission_set: IN_IDENTITY_CENTER,
  aws_ssoadmin_permission_set_inline_policy: IN_IDENTITY_CENTER,
  aws_ssoadmin_permissions_boundary_attachment: IN_IDENTITY_CENTER,
};
