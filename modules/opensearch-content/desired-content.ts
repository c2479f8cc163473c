import { toRawDocument } from "../../dashboards/objects/render";
import type {
  ContentObject,
  DesiredContent,
  ObjectKind,
} from "../../lambdas/content/content-object";
import { propertiesToAdd } from "../../fields/released-mappings";
import { contentFor, type Content } from "./content/content";
import { indexSpecs } from "./content/index-specs";
import { lifecycleOf } from "./content/lifecycle";
import type { ContentProps } from "./content/props";
import { changeableSettings } from "./content/templates";

/** Kind by part of the content whose bodies have names. */
const NAMED = {
  componentTemplates: "component-template",
  ingestPipelines: "ingest-pipeline",
  indexTemplates: "index-template",
  lifecyclePolicies: "lifecycle-policy",
  tenants: "tenant",
  roles: "role",
  roleMappings: "role-mapping",
} as const satisfies Partial<Record<keyof Content, ObjectKind>>;

/**
 * The content of a domain as data, for the code that applies it without Terraform.
 * @param stateIndex Name of the index that records what was applied.
 */
export function desiredContent(props: ContentProps, stateIndex: string): DesiredContent {
  return {
    stateIndex,
    replicas: props.domain.replicas,
    objects: contentObjects(contentFor(props)),
    existingIndices: existingIndices(props),
  };
}

function existingIndices({
  contactCenters,
  domain,
}: ContentProps): DesiredContent["existingIndices"] {
  return contactCenters.flatMap(indexSpecs).map((spec) => {
    const { index, kind, pattern } = spec;
    const added = propertiesToAdd(kind);
    return {
      pattern,
      settings: changeableSettings(domain),
      ...(added && { properties: added.properties }),
      ...(lifecycleOf(spec) && { policy: index }),
    };
  });
}

export function contentObjects(content: Content): readonly ContentObject[] {
  const named = Object.entries(NAMED).flatMap(([part, kind]) => {
    const bodies: Readonly<Record<string, object>> = content[part as keyof typeof NAMED];
    return Object.entries(bodies).map(([name, body]): ContentObject => ({ kind, name, body }));
  });
  return [
    ...named,
    { kind: "audit-settings", name: "config", body: content.audit },
    ...content.savedObjects.map(({ object, tenant }): ContentObject => {
      const { _id, _source } = toRawDocument(object);
      return {
        kind: "saved-object",
        name: _id,
        ...(tenant !== undefined && { tenant }),
        body: _source,
      };
    }),
  ];
}
