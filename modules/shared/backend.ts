import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "cdktf";
import type { TerraformStack } from "cdktf";
import type { Backend } from "../../config/configuration";

/**
 * Gives the stack its backend. Always an explicit one: CDKTF's own default writes an absolute path of
 * the machine that synthesizes.
 */
export function addBackend(
  stack: TerraformStack,
  backend: Exclude<Backend, { type: "none" }>,
): void {
  const id = stack.node.id;
  switch (backend.type) {
    case "local":
      new LocalBackend(stack, { path: `terraform.${id}.tfstate` });
      return;
    case "s3":
      new S3Backend(stack, {
        bucket: backend.bucket,
        key: `${backend.keyPrefix}/${id}.tfstate`,
        region: backend.region,
        encrypt: true,
        ...(backend.kmsKeyId && { kmsKeyId: backend.kmsKeyId }),
        ...(backend.dynamodbTable && { dynamodbTable: backend.dynamodbTable }),
      });
      return;
    case "terraform-cloud":
      new CloudBackend(stack, {
        organization: backend.organization,
        workspaces: new NamedCloudWorkspace(`${backend.workspacePrefix}${id}`),
        ...(backend.hostname && { hostname: backend.hostname }),
      });
  }
}
