import type { Domain } from "../config/configuration";
import { loadConfiguration } from "../config/load";
import type { DesiredContent } from "../lambdas/content/content-object";
import { desiredContent } from "../modules/opensearch-content/desired-content";
import { contentProps } from "../modules/stacks/content-props";
import { UsageError } from "./errors";

/**
 * The content of a domain of the configuration.
 * @param name Default: that of the only domain.
 */
export function configuredContent(name: string | undefined): DesiredContent {
  const { contactCenters, domains } = loadConfiguration();
  const domain = chosen(domains, name);
  const props = contentProps(domain, contactCenters);
  return desiredContent(props, domain.names.contentState);
}

function chosen(domains: readonly Domain[], name: string | undefined): Domain {
  const [only, ...others] = domains;
  const found =
    name === undefined && others.length === 0
      ? only
      : domains.find((domain) => domain.name === name);
  if (found) return found;
  const known = domains.map((domain) => domain.name).join(", ");
  throw new UsageError(
    name === undefined
      ? `The configuration has several domains; name one of ${known} with --domain.`
      : `The configuration has no domain ${name}; name one of ${known} with --domain.`,
  );
}
