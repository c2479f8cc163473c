import { z } from "zod";
import type { Configuration, Language } from "../../../config/configuration";
import { LANGUAGES } from "../../../config/languages";
import type { SavedObject } from "../../../dashboards/objects/saved-object";
import { contentDashboards } from "../../../modules/opensearch-content/content/content";
import { contentProps } from "../../../modules/stacks/content-props";
import type { PageFile } from "../page-bundle";
import { API, type PreviewDashboard, type PreviewState } from "../api";
import { SearchProxy } from "./search-proxy";
import { type Answer, type Handler, json, text } from "./server";

export interface RoutesProps {
  readonly configuration: Configuration;
  readonly openSearchUrl: string;
  readonly state: () => PreviewState;
  /** The page's files by path; `/` is the page itself. */
  readonly page: ReadonlyMap<string, PageFile>;
}

const languageSchema = z.enum(LANGUAGES).catch("en");

/** What the preview's server answers. */
export function routes({ configuration, openSearchUrl, page, state }: RoutesProps): Handler {
  const proxy = new SearchProxy(openSearchUrl, indicesOf(configuration));
  return ({ gone, json: sent, method, path, query }): Answer | Promise<Answer> => {
    if (method === "POST") {
      if (path === API.searches) return proxy.answer(sent, gone);
      return path.startsWith(`${API.openSearch}/`)
        ? proxy.pass(path.slice(API.openSearch.length), query, sent, gone)
        : text(404, "There is nothing here.");
    }
    if (path === API.state) return json(state());
    if (path === API.dashboards) {
      const language = languageSchema.parse(query.get("language"));
      return json({ dashboards: dashboardsIn(configuration, language) });
    }
    const file = page.get(path);
    return file ? { status: 200, ...file } : text(404, "There is nothing here.");
  };
}

/** The dashboards as they are deployed, but for the language. */
export function dashboardsIn(
  { contactCenters, domains }: Configuration,
  language: Language,
): readonly PreviewDashboard[] {
  return domains.flatMap((domain) => {
    const served = contactCenters.filter((center) => center.domain.name === domain.name);
    const deployed = new Set(served.map((center) => center.language));
    const translated = served.map((center) => ({ ...center, language }));
    const props = contentProps(domain, translated);
    return contentDashboards(props).flatMap(({ contactCenter, dashboards, objects }) =>
      Object.values(dashboards).map((dashboard) => ({
        dashboard,
        objects: partsOf(dashboard, objects),
        timeZones: contactCenter
          ? [contactCenter.timeZone]
          : [...new Set(served.map(({ timeZone }) => timeZone))],
        language: languageOf(
          deployed,
          served.find(({ alias }) => alias === contactCenter?.alias),
        ),
      })),
    );
  });
}

/** The dashboard, all that it refers to, and the index patterns, which specifications of Vega name by their titles. */
function partsOf(
  dashboard: SavedObject<"dashboard">,
  all: readonly SavedObject[],
): readonly SavedObject[] {
  const indexPatterns = all.filter(({ type }) => type === "index-pattern");
  return [...new Set([...indexPatterns, ...withReferences(dashboard, all)])];
}

/** The object and all that it refers to, directly or not. */
function withReferences(object: SavedObject, all: readonly SavedObject[]): readonly SavedObject[] {
  const referred = all.filter(({ id, type }) =>
    object.references.some((reference) => reference.id === id && reference.type === type),
  );
  return [...new Set([...referred.flatMap((other) => withReferences(other, all)), object])];
}

/** An overview has the language of its contact centers if they share one. */
function languageOf(
  all: ReadonlySet<Language>,
  center: { readonly language: Language } | undefined,
): Language {
  const [first] = all;
  return center?.language ?? (all.size === 1 && first !== undefined ? first : "en");
}

function indicesOf(configuration: Configuration): ReadonlySet<string> {
  const objects: readonly SavedObject[] = dashboardsIn(configuration, "en").flatMap(
    (dashboard) => dashboard.objects,
  );
  const patterns = objects.filter(
    (object): object is SavedObject<"index-pattern"> => object.type === "index-pattern",
  );
  return new Set(patterns.map(({ attributes }) => attributes.title));
}
