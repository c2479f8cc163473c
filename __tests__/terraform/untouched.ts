import { missingProviders } from "../../workbench/testing/missing-providers";
import { TerraformError, terraform } from "./terraform";

/** The opensearch provider is on Terraform's registry only; some places reach no registry. */
export const OPENSEARCH_PROVIDER = "opensearch-project/opensearch";

/**
 * Initializes a folder as its user does, but for the backend, which may need an account.
 * @returns providers that cannot be installed here; none: the folder is ready
 */
export async function initialize(folder: string): Promise<readonly string[]> {
  try {
    await terraform(folder, "init", "-backend=false", "-input=false", "-no-color");
    return [];
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    const missing = missingProviders(error.output);
    if (missing.length === 0) throw error;
    return missing;
  }
}

/** In the test's output, for what passes without it must not look like a proof. */
export function notRunHere(what: string, providers: readonly string[]): void {
  process.stderr.write(`not run here: ${what}: cannot install ${providers.join(", ")}\n`);
}
