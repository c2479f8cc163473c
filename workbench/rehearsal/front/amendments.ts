import type { Sessions } from "../emulator/sessions";
import type { Authorizer } from "../iam/authorizer";
import { Alarms } from "../stand-ins/alarms";
import { connectMetrics } from "../stand-ins/connect-metrics";
import { ConnectStorage } from "../stand-ins/connect-storage";
import { DomainSettings } from "../stand-ins/domain-settings";
import { Firehose, type FirehoseDomain } from "../stand-ins/firehose";
import { requireRights, toBackUp, toDeliver, toRead } from "../stand-ins/firehose-rights";
import { streamMode } from "../stand-ins/stream-mode";
import { streamTags } from "../stand-ins/stream-tags";
import type { Amendment } from "./amendment";

export interface AmendmentsProps {
  /** ARN of the Connect instance. */
  readonly instanceArn: string;
  /** URL of the simulator's Connect API. */
  readonly connectUrl: string;
  readonly domain: FirehoseDomain;
  readonly sessions: Sessions;
  readonly authorizer: Authorizer;
}

/** Every amendment of the front, and by name those that the rehearsal reads. */
export function amendments(props: AmendmentsProps) {
  const { authorizer, connectUrl, domain, instanceArn, sessions } = props;
  const alarms = new Alarms(sessions);
  const connectStorage = new ConnectStorage(instanceArn.split("/").at(-1) ?? "");
  const domainSettings = new DomainSettings();
  const firehose = new Firehose({
    ...{ domain, sessions },
    verifyRights: (stream) =>
      requireRights(
        authorizer,
        stream,
        [...toRead(stream), ...toBackUp(stream), ...toDeliver(stream)],
        domainSettings,
      ),
  });
  const all: readonly Amendment[] = [
    connectStorage,
    connectMetrics({ apiUrl: connectUrl, instanceArn, sessions, authorizer }),
    alarms,
    firehose,
    streamMode(),
    streamTags(),
    domainSettings,
  ];
  return { all, alarms, connectStorage, domainSettings, firehose };
}
