import { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import type { TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import type { ContactCenter } from "../../config/configuration";

/**
 * The id of a contact center's instance. That of an instance Switchboard creates is AWS's choice: it is
 * looked up by alias, for which the contact center's own stack must have been applied.
 */
export function findInstanceId(
  scope: Construct,
  id: string,
  { instance }: Pick<ContactCenter, "instance">,
  meta: () => Pick<TerraformMetaArguments, "provider"> = () => ({}),
): string {
  if (instance.kind === "adopted") return instance.id;
  return findInstance(scope, id, { instance }, meta).id;
}

/** The instance as AWS describes it. */
export function findInstance(
  scope: Construct,
  id: string,
  { instance }: Pick<ContactCenter, "instance">,
  meta: () => Pick<TerraformMetaArguments, "provider"> = () => ({}),
): DataAwsConnectInstance {
  return new DataAwsConnectInstance(scope, id, {
    ...meta(),
    ...(instance.kind === "adopted"
      ? { instanceId: instance.id }
      : { instanceAlias: instance.alias }),
  });
}
