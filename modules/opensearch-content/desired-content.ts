import { toRawDocument } from "../../dashboards/objects/render";
import type {
  ContentObject,
  DesiredContent,
  ObjectKind,
} from "../../lambdas/content/content-object";
import { contentFor, type Content } from "./content/content";
import type { ContentProps } from "./content/props";

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
  };
}

export function contentObjects(content: Content): readonly ContentObject[] {
  const named = Object.entries(NAMED).flatMap(([part, kind]) =>
    Object.entries(content[part as keyof typeof NAMED]).map(([name, body]): ContentObject => ({
      kind,
      name,
      body,
    })),
  );
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
