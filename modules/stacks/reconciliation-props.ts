import type { ContactCenter } from "../../config/configuration";
import type { ReconciliationSettings } from "../../lambdas/reconciliation/settings";
import type { ReconciliationProps } from "../reconciliation/reconciliation";
import { alarmTopicArn } from "./account-resources";

export interface ReconciliationDeployment extends Pick<
  ReconciliationSettings,
  "domainUrl" | "instanceArn"
> {
  /** ARN of the key of the contact center's account. */
  readonly keyArn: string;
  /** Whether the alarm topic exists. */
  readonly alarms: boolean;
}

type Reconciled = ContactCenter & {
  readonly reconciliation: NonNullable<ContactCenter["reconciliation"]>;
};

/** Props of the reconciliation of a contact center that has one. */
export function reconciliationProps(
  { account, alias, domain, names, reconciliation, serviceLevelSeconds, timeZone, vpc }: Reconciled,
  { alarms, keyArn, ...urls }: ReconciliationDeployment,
): ReconciliationProps {
  return {
    place: account,
    names: {
      functionName: names.reconciliationFunction,
      functionRoleName: names.reconciliationRole,
      scheduleName: names.reconciliationSchedule,
      scheduleRoleName: names.reconciliationScheduleRole,
      deadLetterQueueName: names.reconciliationDeadLetters,
    },
    settings: {
      ...urls,
      contactCenter: alias,
      contactRecordIndex: names.contactRecordIndex,
      reconciliationIndex: names.reconciliationIndex,
      timeZone,
      serviceLevelSeconds,
    },
    ...reconciliation,
    domainArn: domain.arn,
    keyArn,
    ...(vpc && { vpc }),
    ...(alarms && { topicArn: alarmTopicArn(account) }),
  };
}
