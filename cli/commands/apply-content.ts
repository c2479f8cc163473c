import { command } from "../command";
import { CommandError } from "../errors";
import { countsText, DOMAIN_OPTIONS, required } from "./diff-content";

export const applyContentCommand = command({
  name: "apply-content",
  summary: "Apply the content of a domain from this machine, without Terraform",
  options: {
    ...DOMAIN_OPTIONS,
    exports: {
      value: "FOLDER",
      description: "write saved objects that people changed there, before they are replaced",
      default: "changed-saved-objects",
    },
  },
  details:
    "For a domain whose content Terraform does not apply. The same command continues after a failure.\n" +
    "Requests are signed with the caller's AWS credentials, which need the rights of the content role. See docs/content-function.md.",
  async run({ "existing-indices": existingIndices, exports, ...options }) {
    const { applyContent } = await import("../../lambdas/content/apply");
    const { requireComplete } = await import("../../lambdas/content/incomplete-apply");
    const { configuredContent } = await import("../configured-content");
    const { contentDomain } = await import("../content-domain");
    const { exportFolder } = await import("../export-folder");
    const { hostname } = await import("node:os");
    const content = configuredContent(options.domain);
    const { deadline, domain } = await contentDomain(required(options.url), options.region);
    try {
      const report = await applyContent({
        domain,
        content,
        existingIndices,
        deadline,
        owner: hostname(),
        backup: exportFolder(exports),
      });
      requireComplete(report);
      console.log(countsText(report));
    } catch (error) {
      throw new CommandError((error as Error).message, { cause: error });
    }
  },
});
