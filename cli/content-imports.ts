import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "../config/configuration";
import { importCommand, importsOf } from "../modules/opensearch-content/imports";
import { switchboardApp } from "../modules/shared/app";
import { AnalyticsContentStack } from "../modules/stacks/analytics-content-stack";
import { stackIds } from "../modules/stacks/stack-ids";

/** Lines of a shell: for each domain a comment that names the stack, then its commands. */
export function contentImports(configuration: Configuration): readonly string[] {
  // Nothing is written: the stacks are made for their addresses alone.
  const app = switchboardApp(join(tmpdir(), "switchboard-imports"));
  return configuration.domains.flatMap((domain) => {
    const id = stackIds.analyticsContent(domain);
    const stack = new AnalyticsContentStack(app, id, { configuration, domain });
    return [`# in the folder of ${id}`, ...importsOf(stack).map(importCommand)];
  });
}
