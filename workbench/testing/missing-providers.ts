/**
 * Providers that `terraform init` could not install, by its words. Terraform breaks its lines, so that a name may
 * begin on the next.
 */
export function missingProviders(output: string): readonly string[] {
  const names = output
    .replace(/\s+/g, " ")
    .matchAll(/(?:available versions for provider|while installing) ([\w.-]+\/[\w.-]+)[: ]/g);
  return [...new Set([...names].map(([, name = ""]) => name))];
}
