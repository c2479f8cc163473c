import type { Rotation } from "../../aws/index-rotation";
import { ROTATIONS } from "../../aws/index-rotation";
import type { RequestShare } from "./slots";

/** What the function is told about its contact center. */
export interface Settings {
  /** Alias of the contact center. */
  readonly contactCenter: string;
  readonly instanceId: string;
  /** URL of the OpenSearch domain. */
  readonly domainUrl: string;
  readonly depthIndex: string;
  readonly historyIndex: string;
  readonly historyRotation: Rotation;
  readonly share: RequestShare;
}

const NAMES = {
  contactCenter: "CONTACT_CENTER",
  instanceId: "CONNECT_INSTANCE_ID",
  domainUrl: "OPENSEARCH_URL",
  depthIndex: "QUEUE_DEPTH_INDEX",
  historyIndex: "QUEUE_HISTORY_INDEX",
  historyRotation: "QUEUE_HISTORY_ROTATION",
  sharePosition: "REQUEST_SHARE_POSITION",
  shareOf: "REQUEST_SHARE_OF",
} as const;

/** The settings as environment variables: written by the module, read by the function. */
export function toEnvironment(settings: Settings): Record<string, string> {
  const { share, ...texts } = settings;
  const values = {
    ...texts,
    sharePosition: String(share.position),
    shareOf: String(share.of),
  };
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [name, values[key as keyof typeof NAMES]]),
  );
}

export function fromEnvironment(environment: NodeJS.ProcessEnv): Settings {
  const read = (key: keyof typeof NAMES): string => {
    const value = environment[NAMES[key]];
    if (!value) throw new Error(`The environment variable ${NAMES[key]} is missing.`);
    return value;
  };
  const historyRotation = read("historyRotation");
  if (!isRotation(historyRotation)) {
    throw new Error(
      `${NAMES.historyRotation} is ${historyRotation}; it can be ${Object.keys(ROTATIONS).join(", ")}.`,
    );
  }
  return {
    contactCenter: read("contactCenter"),
    instanceId: read("instanceId"),
    domainUrl: read("domainUrl"),
    depthIndex: read("depthIndex"),
    historyIndex: read("historyIndex"),
    historyRotation,
    share: { position: Number(read("sharePosition")), of: Number(read("shareOf")) },
  };
}

function isRotation(text: string): text is Rotation {
  return text in ROTATIONS;
}
