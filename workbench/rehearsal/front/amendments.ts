import type { ConnectApiStandIn } from "../../simulator/connect-api";
import type { Sessions } from "../emulator/sessions";
import type { Authorizer } from "../iam/authorizer";
import { Alarms } from "../stand-ins/alarms";
import { ConnectInstances } from "../stand-ins/connect-instances";
import { connectMetrics } from "../stand-ins/connect-metrics";
import { ConnectStorage } from "../stand-ins/connect-storage";
import { domainEndpoints } from "../stand-ins/domain-endpoints";
import { DomainSettings } from "../stand-ins/domain-settings";
import { Firehose, type FirehoseDomain } from "../stand-ins/firehose";
import { requireRights, toBackUp, toDeliver, toRead } from "../stand-ins/firehose-rights";
import {
  IdentityCenter,
  type IdentityCenterPlace,
  identityStore,
  organization,
} from "../stand-ins/identity-center";
import { streamMode } from "../stand-ins/stream-mode";
import { streamTags } from "../stand-ins/stream-tags";
import type { Amendment } from "./amendment";

export interface AmendmentsProps {
  /** The simulator's Connect API. */
  readonly connect: Pick<ConnectApiStandIn, "instances" | "url">;
  readonly domains: readonly (FirehoseDomain & {
    /** Name of the domain in AWS. */
    readonly name: string;
  })[];
  readonly sessions: Sessions;
  readonly authorizer: Authorizer;
  /** @default no account has an IAM Identity Center */
  readonly identityCenter?: IdentityCenterPlace;
}

/** Every amendment of the front, and by name those that the rehearsal reads. */
export function amendments({
  authorizer,
  connect,
  domains,
  identityCenter: place,
  sessions,
}: AmendmentsProps) {
  const alarms = new Alarms(sessions);
  const connectInstances = new ConnectInstances({ sessions, simulated: connect.instances });
  const connectStorage = new ConnectStorage(connectInstances);
  const domainSettings = new DomainSettings();
  const firehose = new Firehose({
    ...{ domains, sessions },
    verifyRights: (stream) =>
      requireRights(
        authorizer,
        stream,
        [...toRead(stream), ...toBackUp(stream), ...toDeliver(stream)],
        domainSettings,
      ),
  });
  const identityCenter = new IdentityCenter(sessions, place);
  const all: readonly Amendment[] = [
    connectInstances,
    connectStorage,
    connectMetrics({ apiUrl: connect.url, instances: connectInstances, sessions, authorizer }),
    alarms,
    firehose,
    streamMode(),
    streamTags(),
    domainSettings,
    domainEndpoints(new Map(domains.map(({ endpoint, name }) => [name, endpoint]))),
    identityCenter,
    identityStore(sessions, place),
    organization(sessions, place),
  ];
  return {
    ...{ all, alarms, connectInstances, connectStorage, domainSettings, firehose },
    identityCenter,
  };
}

export type Amended = ReturnType<typeof amendments>;
