import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Place } from "../../aws/place";
import { addInvocationRole, addInvocationSchedule } from "../shared/asynchronous-invocation";

export interface ReconciliationScheduleProps {
  /** Account and Region of the schedule. */
  readonly place: Place;
  /** Alias of the contact center, part of descriptions. */
  readonly contactCenter: string;
  /** Name of the schedule, 1 to 64 characters. */
  readonly scheduleName: string;
  /** Name of its role, 1 to 64 characters. */
  readonly roleName: string;
  /** Hour of the day at which the function is invoked, 0 to 23. */
  readonly hour: number;
  /** IANA time zone of the hour. */
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

/** A schedule that invokes the reconciliation function every day. */
export class ReconciliationSchedule extends Construct {
  public readonly schedule: SchedulerSchedule;
  public readonly role: IamRole;

  constructor(scope: Construct, id: string, props: ReconciliationScheduleProps) {
    super(scope, id);
    const { contactCenter, deadLetterQueueArn, hour, keyArn, place } = props;
    const { policy, role } = addInvocationRole(this, {
      place,
      roleName: props.roleName,
      description: `The scheduler invokes the reconciliation function of ${contactCenter}`,
      functionName: props.functionName,
      deadLetterQueueArn,
      keyArn,
    });
    this.role = role;
    this.schedule = addInvocationSchedule(this, "schedule", {
      name: props.scheduleName,
      description: `Daily comparison of ${contactCenter} with Connect`,
      expression: `cron(0 ${hour} * * ? *)`,
      timeZone: props.timeZone,
      functionArn: props.functionArn,
      roleArn: role.arn,
      deadLetterQueueArn,
      policy,
    });
  }
}
