import { readsQueues } from "../config/retirement";
import type { ContactCenter, Domain, Language } from "../config/configuration";
import { indexPattern, type ContactCenterNames } from "../aws/names";
import { agentEvent, contactRecord, queueDepth, queueHistory, type EventKind } from "../fields";
import { indexPatternObject } from "./objects/index-pattern";
import type { SavedObject } from "./objects/saved-object";
import type { Scope } from "./panels/scope";
import { textsIn } from "./texts";
import type { Source } from "./visualizations/source";

/** A scope with the index patterns that it reads through. */
export interface ScopeWithPatterns {
  readonly scope: Scope;
  readonly indexPatterns: readonly SavedObject<"index-pattern">[];
}

/** One contact center. */
export function contactCenterScope(center: ContactCenter): ScopeWithPatterns {
  return scopeOf({
    idPrefix: center.names.dashboard,
    title: center.title,
    language: center.language,
    contactCenters: [center],
    severalContactCenters: false,
  });
}

/** All contact centers of a domain, whose language is theirs if they share one. */
export function overviewScope(
  domain: Domain,
  contactCenters: readonly ContactCenter[],
): ScopeWithPatterns {
  const [first, ...others] = new Set(contactCenters.map(({ language }) => language));
  const language = first !== undefined && others.length === 0 ? first : "en";
  return scopeOf({
    idPrefix: domain.names.overview,
    title: textsIn(language).allContactCenters,
    language,
    contactCenters,
    severalContactCenters: true,
  });
}

interface ScopeProps {
  readonly idPrefix: string;
  readonly title: string;
  readonly language: Language;
  readonly contactCenters: readonly ContactCenter[];
  readonly severalContactCenters: boolean;
}

function scopeOf(props: ScopeProps): ScopeWithPatterns {
  const indexPatterns: SavedObject<"index-pattern">[] = [];
  const read = <K extends EventKind>(
    kind: K,
    index: keyof ContactCenterNames,
    centers = props.contactCenters,
  ): Source<K> => {
    const id = `${props.idPrefix}-${kind.name}`;
    const title = centers.map(({ names }) => indexPattern(names[index])).join(",");
    indexPatterns.push(indexPatternObject({ id, title, kind }));
    return { kind, indexPatternId: id };
  };
  const withQueues = props.contactCenters.filter(readsQueues);
  const scope: Scope = {
    idPrefix: props.idPrefix,
    title: props.title,
    texts: textsIn(props.language),
    severalContactCenters: props.severalContactCenters,
    contactRecords: read(contactRecord, "contactRecordIndex"),
    agentEvents: read(agentEvent, "agentEventIndex"),
    ...(withQueues.length > 0 && {
      queues: {
        now: read(queueDepth, "queueDepthIndex", withQueues),
        history: read(queueHistory, "queueDepthHistoryIndex", withQueues),
      },
    }),
  };
  return { scope, indexPatterns };
}
