import { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import type { TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";

/** A Connect instance: by its id or, where Terraform creates it and AWS chooses the id, by its alias. */
export type ConnectInstanceReference =
  { readonly instanceId: string } | { readonly instanceAlias: string };

type Meta = () => Pick<TerraformMetaArguments, "provider">;

/** Id of an instance. With an alias, the instance is looked up, and its own stack is applied before. */
export function findInstanceId(
  scope: Construct,
  id: string,
  instance: ConnectInstanceReference,
  meta?: Meta,
): string {
  if ("instanceId" in instance) return instance.instanceId;
  return findInstance(scope, id, instance, meta).id;
}

/** The instance as AWS describes it. */
export function findInstance(
  scope: Construct,
  id: string,
  instance: ConnectInstanceReference,
  meta: Meta = () => ({}),
): DataAwsConnectInstance {
  return new DataAwsConnectInstance(scope, id, { ...meta(), ...instance });
}
