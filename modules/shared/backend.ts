import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "cdktf";
import type { TerraformStack } from "cdktf";
import type { Backend } from "../../config/configuration";

/** The generated folder may be deleted and written anew at any time; state must not lie in it. */
const PROJECT_FROM_STACK = "../../..";

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
      new LocalBackend(stack, { path: `${PROJECT_FROM_STACK}/terraform.${id}.tfstate` });
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
      if (backend.lockfile ?? backend.dynamodbTable === undefined) {
        // The bindings are older than the argument.
        stack.addOverride("terraform.backend.s3.use_lockfile", true);
      }
      return;
    case "terraform-cloud":
      new CloudBackend(stack, {
        organization: backend.organization,
        workspaces: new NamedCloudWorkspace(`${backend.workspacePrefix}${id}`),
        ...(backend.hostname && { hostname: backend.hostname }),
      });
  }
}
