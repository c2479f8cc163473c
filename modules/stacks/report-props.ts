import { bucketArn } from "../../aws/arns";
import { partitionFactsOf } from "../../aws/partitions";
import type { ContactCenter } from "../../config/configuration";
import type { ReportSettings } from "../../lambdas/report/settings";
import type { ReportProps } from "../report/report";
import { dashboardUrl, userUrl } from "../shared/domain-endpoint";
import { alarmTopicArn } from "./account-resources";
import { contactCenterContent } from "./content-props";

export interface ReportDeployment {
  /** URL of the OpenSearch domain. */
  readonly domainUrl: string;
  /** ARN of the key of the contact center's account. */
  readonly keyArn: string;
  /** Whether the alarm topic exists. */
  readonly alarms: boolean;
}

type Reported = ContactCenter & { readonly report: NonNullable<ContactCenter["report"]> };

/** Props of the reports of a contact center that has them. */
export function reportProps(
  center: Reported,
  { alarms, domainUrl, keyArn }: ReportDeployment,
): ReportProps {
  const { account, domain, names, report, vpc } = center;
  return {
    place: account,
    names: {
      functionName: names.reportFunction,
      functionRoleName: names.reportRole,
      schedules: {
        month: names.monthlyReportSchedule,
        ...(report.weekly && { week: names.weeklyReportSchedule }),
      },
      scheduleRoleName: names.reportScheduleRole,
      deadLetterQueueName: names.reportDeadLetters,
    },
    settings: reportSettings(center, domainUrl),
    hour: report.hour,
    domainArn: domain.arn,
    bucketArn: bucketArn(names.backupBucket, account),
    keyArn,
    ...(vpc && { vpc }),
    ...(alarms && { topicArn: alarmTopicArn(account) }),
  };
}

function reportSettings(center: Reported, domainUrl: string): ReportSettings {
  const { account, alias, domain, names, report } = center;
  return {
    alias,
    contactCenter: contactCenterContent(center),
    domainUrl,
    bucketName: names.backupBucket,
    dashboardUrl: dashboardUrl(userUrl(domain, domainUrl), names.dashboard),
    announcement: report.email ?? {
      topicArn: alarmTopicArn(account),
      consoleHost: partitionFactsOf(account.region).consoleHost(account.region),
    },
  };
}
