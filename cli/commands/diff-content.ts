import type { ApplyReport } from "../../lambdas/content/apply";
import type { Action } from "../../lambdas/content/compare";
import type { ContentPlan } from "../../lambdas/content/plan";
import { command } from "../command";
import { CommandError, UsageError } from "../errors";

/** Options of the commands that read the content of a domain. */
export const DOMAIN_OPTIONS = {
  url: { value: "URL", description: "the domain, https://…" },
  region: { value: "REGION", description: "sign requests for this Region; absent: do not sign" },
  domain: { value: "NAME", description: "its name in the configuration; absent: the only one" },
  "existing-indices": { description: "include the indices that templates do not change" },
} as const;

const ACTION_WIDTH = "unchanged".length;

export const diffContent = command({
  name: "diff-content",
  summary: "Print what an apply would change inside a domain, object by object",
  options: DOMAIN_OPTIONS,
  details:
    "It only reads. Requests are signed with the caller's AWS credentials, which need the rights of the content role.\n" +
    "See docs/content-function.md.",
  async run({ "existing-indices": existingIndices, ...options }) {
    const { configuredContent } = await import("../configured-content");
    const { contentDomain } = await import("../content-domain");
    const { planContent } = await import("../../lambdas/content/plan");
    const { reasonOf } = await import("../../lambdas/content/domain-api");
    const content = configuredContent(options.domain);
    const { domain } = await contentDomain(required(options.url), options.region);
    const plan = await planContent({ domain, content, existingIndices }).catch((error: unknown) => {
      throw new CommandError(`The domain could not be read: ${reasonOf(error)}`, { cause: error });
    });
    console.log((await linesOf(plan)).join("\n"));
  },
});

/** @throws {UsageError} if it is absent. */
export function required(url: string | undefined): string {
  if (url === undefined) throw new UsageError("Name the domain with --url URL.");
  return url;
}

/** The last line of both commands. */
export function countsText({
  created,
  indexChanges,
  removed,
  unchanged,
  updated,
}: Omit<ApplyReport, "failures" | "notFinished">): string {
  return (
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed, ` +
    `${indexChanges} changes of existing indices`
  );
}

async function linesOf({ indices, objects }: ContentPlan): Promise<readonly string[]> {
  const { keyOf } = await import("../../lambdas/content/content-object");
  const changes = objects.filter(({ action }) => action !== "unchanged");
  const count = (action: Action): number =>
    objects.filter((change) => change.action === action).length;
  return [
    ...changes.map(({ action, changedOutside, object }) =>
      [
        action.padEnd(ACTION_WIDTH),
        keyOf(object),
        ...(changedOutside && action !== "created" ? ["(changed since the last apply)"] : []),
      ].join(" "),
    ),
    ...indices.flatMap(({ details, index }) =>
      details.map((detail) => `${"index".padEnd(ACTION_WIDTH)} ${index}: ${detail}`),
    ),
    countsText({
      created: count("created"),
      updated: count("updated"),
      unchanged: count("unchanged"),
      removed: count("removed"),
      indexChanges: indices.length,
    }),
  ];
}
