import { stringify } from "yaml";
import type { Configuration, ContactCenter, Domain } from "../../config/configuration";
import { parseConfiguration } from "../../config/load";
import type { SavedObject } from "../../dashboards/objects/saved-object";
import { contentFor, type Content } from "../../modules/opensearch-content/content/content";
import { contentProps } from "../../modules/stacks/content-props";

/** A contact center as a configuration file describes it, with what a test is about. */
export type CenterFile = Readonly<Record<string, unknown>> & { readonly alias: string };

/** A contact center and its domain, each of them as a test wants it. */
export function configurationOf(
  file: CenterFile,
  domainFile: Readonly<Record<string, unknown>> = {},
): Configuration {
  return parseConfiguration(
    stringify({
      accounts: { main: { id: "111122223333", region: "eu-central-1" } },
      domains: [{ create: { size: "dev" }, ...domainFile }],
      contactCenters: [
        {
          timeZone: "Europe/Berlin",
          instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
          ...file,
        },
      ],
    }),
    "test",
  );
}

export function configured(...files: Parameters<typeof configurationOf>): {
  readonly domain: Domain;
  readonly center: ContactCenter;
  readonly content: Content;
} {
  const { contactCenters, domains } = configurationOf(...files);
  const [domain] = domains;
  const [center] = contactCenters;
  if (!domain || !center) throw new Error("The test's configuration is empty.");
  return { domain, center, content: contentFor(contentProps(domain, [center])) };
}

/** The saved objects of all dashboards of a domain. */
export function savedObjectsOf(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): readonly SavedObject[] {
  const { savedObjects } = contentFor(contentProps(domain, contactCenters));
  return savedObjects.map(({ object }) => object);
}
