import { indexPattern } from "../aws/names";
import { DEFAULT_WALL_LIMITS } from "../config/wall-limits";
import {
  agentEvent,
  contactRecord,
  queueDepth,
  queueHistory,
  reconciliation,
  type EventKind,
} from "../fields";
import type { DashboardContactCenter } from "./contact-center";
import { indexPatternObject } from "./objects/index-pattern";
import type { SavedObject } from "./objects/saved-object";
import type { DashboardContext } from "./panels/context";
import { textsIn, type Language } from "./texts";
import type { TitledSource } from "./visualizations/source";

/** A context with the index patterns that its panels search. */
export interface ContextWithIndexPatterns {
  readonly context: DashboardContext;
  readonly indexPatterns: readonly SavedObject<"index-pattern">[];
}

/** The dashboard of one contact center. */
export function contactCenterContext(center: DashboardContactCenter): ContextWithIndexPatterns {
  return contextOf({
    idPrefix: center.dashboardId,
    title: center.title,
    language: center.language,
    contactCenters: [center],
    severalContactCenters: false,
  });
}

/** The dashboard over all contact centers, in their language if they share one, else in English. */
export function overviewContext(
  id: string,
  contactCenters: readonly DashboardContactCenter[],
): ContextWithIndexPatterns {
  const [first, ...others] = new Set(contactCenters.map(({ language }) => language));
  const language = first !== undefined && others.length === 0 ? first : "en";
  return contextOf({
    idPrefix: id,
    title: textsIn(language, contactCenters).allContactCenters,
    language,
    contactCenters,
    severalContactCenters: true,
  });
}

interface ContextProps extends Pick<
  DashboardContext,
  "idPrefix" | "title" | "severalContactCenters"
> {
  readonly language: Language;
  readonly contactCenters: readonly DashboardContactCenter[];
}

function contextOf(props: ContextProps): ContextWithIndexPatterns {
  const { contactCenters, idPrefix, severalContactCenters, title } = props;
  const indexPatterns: SavedObject<"index-pattern">[] = [];
  const source = <K extends EventKind>(kind: K, indices: readonly string[]): TitledSource<K> => {
    const id = `${idPrefix}-${kind.name}`;
    const title = indices.map(indexPattern).join(",");
    indexPatterns.push(indexPatternObject({ id, title, kind }));
    return { kind, indexPatternId: id, title };
  };
  const queues = contactCenters.flatMap(({ queueMetrics }) => queueMetrics ?? []);
  const reconciled = contactCenters.flatMap((center) => center.reconciliation ?? []);
  const context: DashboardContext = {
    idPrefix,
    title,
    texts: textsIn(props.language, contactCenters),
    severalContactCenters,
    serviceLevelThresholds: thresholdsOfAll(contactCenters),
    wallLimits: contactCenters[0]?.wallLimits ?? DEFAULT_WALL_LIMITS,
    contactRecords: source(
      contactRecord,
      contactCenters.map(({ contactRecordIndex }) => contactRecordIndex),
    ),
    agentEvents: source(
      agentEvent,
      contactCenters.map(({ agentEventIndex }) => agentEventIndex),
    ),
    ...(queues.length > 0 && {
      queues: {
        current: source(
          queueDepth,
          queues.map(({ index }) => index),
        ),
        history: source(
          queueHistory,
          queues.map(({ historyIndex }) => historyIndex),
        ),
      },
    }),
    ...(reconciled.length > 0 && {
      reconciliation: source(
        reconciliation,
        reconciled.map(({ index }) => index),
      ),
    }),
  };
  return { context, indexPatterns };
}

/** Each threshold of the contact centers once, from the lowest. */
function thresholdsOfAll(contactCenters: readonly DashboardContactCenter[]): readonly number[] {
  const thresholds = contactCenters.flatMap((center) => center.serviceLevelThresholds ?? []);
  return [...new Set(thresholds)].toSorted((one, other) => one - other);
}
