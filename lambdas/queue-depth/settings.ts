import type { Rotation } from "../../aws/index-rotation";
import type { AlertSettings } from "../../config/configuration";
import { ROTATIONS } from "../../aws/index-rotation";
import { readVariable } from "../shared/environment";
import { SettingsError } from "../shared/settings-error";
import type { RequestShare } from "../shared/connect/slots";

/** Settings of the function, as the module and the preview pass them in its environment. */
export interface Settings {
  /** Alias of the contact center. */
  readonly contactCenter: string;
  /** Id of the Connect instance, a UUID. */
  readonly instanceId: string;
  /** URL of the OpenSearch domain that the metrics are written to. */
  readonly domainUrl: string;
  /** Name of the index of current metrics. */
  readonly depthIndex: string;
  /** Prefix of the names of the history indices. */
  readonly historyIndex: string;
  /** How often a new history index begins. */
  readonly historyRotation: Rotation;
  /** The contact center's share of the requests that its account and Region may send to Connect. */
  readonly share: RequestShare;
  /**
   * Alerts whose values the function publishes.
   * @default none: the function publishes no metric of an alert
   */
  readonly alerts?: AlertSettings;
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

/** JSON. Absent without alerts. */
const ALERTS = "ALERTS";

/** The settings as environment variables. */
export function toEnvironment(settings: Settings): Record<string, string> {
  const { alerts, share, ...texts } = settings;
  const values = {
    ...texts,
    sharePosition: String(share.position),
    shareOf: String(share.of),
  };
  return {
    ...Object.fromEntries(
      Object.entries(NAMES).map(([key, name]) => [name, values[key as keyof typeof NAMES]]),
    ),
    ...(alerts && { [ALERTS]: JSON.stringify(alerts) }),
  };
}

/** @throws {SettingsError} if a variable is missing or wrong. */
export function fromEnvironment(environment: NodeJS.ProcessEnv): Settings {
  const read = (key: keyof typeof NAMES): string => readVariable(environment, NAMES[key]);
  const historyRotation = read("historyRotation");
  if (!isRotation(historyRotation)) {
    throw new SettingsError(
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
    ...alertsIn(environment),
  };
}

function alertsIn({ [ALERTS]: text }: NodeJS.ProcessEnv): Pick<Settings, "alerts"> {
  if (!text) return {};
  try {
    return { alerts: JSON.parse(text) as AlertSettings };
  } catch {
    throw new SettingsError(`The environment variable ${ALERTS} is not JSON.`);
  }
}

function isRotation(text: string): text is Rotation {
  return text in ROTATIONS;
}
