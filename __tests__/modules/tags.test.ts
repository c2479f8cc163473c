import { loadConfiguration } from "../../config/load";
import { configurationWith } from "../config/base-file";
import { EXAMPLES } from "../../workbench/testing/examples";
import type { StackArtifact } from "../../workbench/testing/synthesized";
import { synthesized } from "../../workbench/testing/synthesized";

/** What every AWS provider of the stacks puts on its resources. */
function defaultTags(stacks: readonly StackArtifact[]): unknown[] {
  return stacks.flatMap(({ provider }) =>
    (provider["aws"] ?? []).map(({ default_tags }) => default_tags),
  );
}

describe("tags", () => {
  const examples = EXAMPLES.map(({ file }) => loadConfiguration(file));

  it("are set in one place only, so that they are counted and compared there", () => {
    const tagged = examples.flatMap((configuration) =>
      Object.entries(synthesized(configuration)).flatMap(([id, { resource = {} }]) =>
        Object.entries(resource).flatMap(([type, named]) =>
          Object.values(named)
            .filter((attributes) => "tags" in attributes)
            .map(() => `${id} ${type}`),
        ),
      ),
    );

    expect(tagged).toEqual([]);
  });

  it("are ours and the configuration's, in every account, and the configuration's word counts", () => {
    const tags = defaultTags(
      Object.values(
        synthesized(
          configurationWith((file) => {
            file["tags"] = { Owner: "contact-center", "managed-by": "platform" };
          }),
        ),
      ),
    );

    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) {
      expect(tag).toEqual([{ tags: { "managed-by": "platform", Owner: "contact-center" } }]);
    }
  });

  it("may be as many as AWS takes, with ours", () => {
    const keys = Array.from({ length: 49 }, (_, index) => [`tag-${index}`, ""]);

    expect(() =>
      configurationWith((file) => {
        file["tags"] = Object.fromEntries(keys) as unknown;
      }),
    ).not.toThrow();
  });
});
