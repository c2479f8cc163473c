import { roleNameOf } from "../../../aws/arns";
import { roleArn } from "../../../aws/roles";
import { deployContent } from "../flows/content-flow";
import { refreshQueues } from "../flows/queue-flow";
import { deliverRecord, RECORD_KINDS } from "../flows/record-flow";
import { backUpRecord } from "../flows/refused-record";
import type { Rehearsal } from "../rehearsal";

/** Flows by their titles. */
export type Flows = Readonly<Record<string, () => Promise<unknown>>>;

/** The flow that needs no access to the domain: a record that is not delivered is backed up. */
export const BACKUP = "refused record is backed up";
/** Enough for each flow on a busy machine; a refusal ends a flow at once. */
const PATIENCE_MS = 60_000;

/** Roles by ARN, with the flows that act as them. Numbers of waiting contacts differ, so that each is a change. */
export function flowsOf(rehearsal: Rehearsal): ReadonlyMap<string, Flows> {
  const { contactCenter, domain } = rehearsal;
  const { account, names } = contactCenter;
  const scheduleRoleArn = roleArn(account, names.queueDepthScheduleRole);
  let waiting = 100;
  const isCreated = !rehearsal.aws.deployRoleNames.includes(roleNameOf(domain.contentRoleArn));
  const content = { "content is deployed": () => deployContent(rehearsal) };
  const queues = {
    "contact event becomes a number": () => refreshQueues(rehearsal, waiting++, PATIENCE_MS),
  };
  return new Map<string, Flows>([
    ...(isCreated ? [[domain.contentRoleArn, content] as const] : []),
    [
      contactCenter.deliveryRoleArn,
      {
        ...Object.fromEntries(
          RECORD_KINDS.map((kind) => [
            `${kind.name} becomes a document`,
            () => deliverRecord(rehearsal, kind, PATIENCE_MS),
          ]),
        ),
        [BACKUP]: () => backUpRecord(rehearsal, PATIENCE_MS),
      },
    ],
    ...(contactCenter.queueDepth
      ? ([
          [contactCenter.queueDepthRoleArn, queues],
          // The emulator's scheduler sends without its role: no flow can fail.
          [scheduleRoleArn, {}],
        ] as const)
      : []),
  ]);
}
