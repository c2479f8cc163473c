import type { KindApi } from "./kind-api";
import { namedBodies } from "./named-bodies";

interface Template {
  readonly template?: { readonly settings?: Settings };
}

/** Settings by full name, or in objects by the parts of their names. */
interface Settings {
  readonly [name: string]: Settings | string;
}

interface ComponentTemplates {
  readonly component_templates: readonly { readonly component_template: Template }[];
}

interface IndexTemplates {
  readonly index_templates: readonly { readonly index_template: Template }[];
}

export const COMPONENT_TEMPLATES: KindApi = namedBodies<ComponentTemplates>({
  path: "_component_template",
  bodyOf: ({ component_templates: [found] }) => found && withFlatSettings(found.component_template),
});

export const INDEX_TEMPLATES: KindApi = namedBodies<IndexTemplates>({
  path: "_index_template",
  bodyOf: ({ index_templates: [found] }) => found && withFlatSettings(found.index_template),
});

export const INGEST_PIPELINES: KindApi = namedBodies<Readonly<Record<string, object>>>({
  path: "_ingest/pipeline",
  bodyOf: (answer, name) => answer[name],
});

/** The domain returns settings in objects by the parts of their names; the bodies have full names. */
function withFlatSettings({ template, ...others }: Template): object {
  if (!template?.settings) return { ...others, template };
  return { ...others, template: { ...template, settings: flat(template.settings) } };
}

function flat(settings: Settings, parent = ""): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      typeof value === "object"
        ? Object.entries(flat(value, `${parent}${name}.`))
        : [[`${parent}${name}`, value] as const],
    ),
  );
}
