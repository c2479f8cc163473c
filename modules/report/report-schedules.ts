import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import type { PeriodKind } from "../../report";
import { addInvocationRole, addInvocationSchedule } from "../shared/asynchronous-invocation";

export interface ReportSchedulesProps {
  /** Account and Region of the schedules. */
  readonly place: Place;
  /** Alias of the contact center, part of descriptions. */
  readonly contactCenter: string;
  /** Names of the schedules, 1 to 64 characters; without a name, the period has no report. */
  readonly scheduleNames: Readonly<Partial<Record<PeriodKind, string>>>;
  /** Name of the schedules' role, 1 to 64 characters. */
  readonly roleName: string;
  /** Hour of the day at which the function is invoked, 0 to 23. */
  readonly hour: number;
  /** IANA time zone of the hour and of the days. */
  readonly timeZone: string;
  /** Name of the function in the same account and Region. */
  readonly functionName: string;
  /** ARN of the function. */
  readonly functionArn: string;
  /** ARN of the SQS queue that keeps an event that could not be delivered. */
  readonly deadLetterQueueArn: string;
  /** ARN of the key that encrypts the queue. */
  readonly keyArn: string;
}

/** When a period is over: day of the month, month and weekday of its schedule. */
const DAYS: Readonly<Record<PeriodKind, string>> = { month: "1 * ? *", week: "? * MON *" };

/** Schedules that invoke the report function after each period. */
export class ReportSchedules extends Construct {
  /** By period. */
  public readonly schedules: Readonly<Partial<Record<PeriodKind, SchedulerSchedule>>>;
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: ReportSchedulesProps) {
    super(scope, id);
    const { contactCenter, deadLetterQueueArn, hour, keyArn, place } = props;
    const { policy, role } = addInvocationRole(this, {
      place,
      roleName: props.roleName,
      description: `The scheduler invokes the report function of ${contactCenter}`,
      functionName: props.functionName,
      deadLetterQueueArn,
      keyArn,
    });
    this.role = role;
    const entries = Object.entries(props.scheduleNames).map(([period, name]) => {
      const schedule = addInvocationSchedule(this, period, {
        name,
        description: `Report of the last ${period} of ${contactCenter}`,
        expression: `cron(0 ${hour} ${DAYS[period as PeriodKind]})`,
        timeZone: props.timeZone,
        functionArn: props.functionArn,
        roleArn: role.arn,
        deadLetterQueueArn,
        event: { period },
        policy,
      });
      return [period, schedule] as const;
    });
    this.schedules = Object.fromEntries(entries);
  }
}
