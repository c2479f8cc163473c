/**
 * Program that runs Terraform configurations, by name or path: `tofu` for OpenTofu.
 * @see docs/modules.md
 */
export function terraformProgram(): string {
  return process.env["SWITCHBOARD_TERRAFORM"] || "terraform";
}
