import type { Sessions } from "../emulator/sessions";
import type { Amendment } from "../front/amendment";
import { type AwsAnswer, type AwsRequest, queryAnswer } from "../front/aws-request";
import { type FormTree, formTree, textIn, toXml, without } from "./form-tree";

const NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

/** An alarm as it was put: what the rehearsal compares metrics with. */
export type Alarm = FormTree;

/** CloudWatch alarms that are described as they were put. */
export class Alarms implements Amendment {
  readonly id = "cloudwatch-alarms";
  readonly service = "monitoring";
  readonly gap =
    "DescribeAlarms of the query protocol answers 9 of an alarm's fields: each plan changes every alarm.";
  readonly follows =
    "PutMetricAlarm, DescribeAlarms by name, DeleteAlarms, and tags; alarms are stored, not evaluated, and pages are left out.";
  readonly #alarms = new Map<string, Alarm>();
  /** Tags of an alarm, by its ARN. */
  readonly #tags = new Map<string, ReadonlyMap<string, string>>();
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  get all(): readonly Alarm[] {
    return [...this.#alarms.values()];
  }

  answer(request: AwsRequest): AwsAnswer | undefined {
    const form = formTree(request.body.toString());
    const operation = request.operation;
    const result = this.#operations[operation]?.(form, request);
    return result === undefined ? undefined : queryAnswer(operation, NAMESPACE, result);
  }

  readonly #operations: Readonly<Record<string, (form: FormTree, request: AwsRequest) => string>> =
    {
      PutMetricAlarm: (form, { accessKeyId, region }) => {
        const alarm = without(form, ["Action", "Version", "Tags"]);
        const name = textIn(alarm, "AlarmName");
        const account = this.#sessions.accountOf(accessKeyId);
        const arn = `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`;
        this.#alarms.set(name, {
          ActionsEnabled: "true",
          ...alarm,
          AlarmArn: arn,
          StateValue: "INSUFFICIENT_DATA",
        });
        // An alarm that exists keeps its tags.
        if (!this.#tags.has(arn)) this.#tags.set(arn, tagsIn(form));
        return "";
      },
      DescribeAlarms: (form) => {
        const names = namesIn(form);
        const found = this.all.filter((alarm) => names.includes(textIn(alarm, "AlarmName")));
        const members = found.map((alarm) => `<member>${toXml(alarm)}</member>`).join("");
        return `<MetricAlarms>${members}</MetricAlarms><CompositeAlarms/>`;
      },
      DeleteAlarms: (form) => {
        for (const name of namesIn(form)) {
          this.#tags.delete(textIn(this.#alarms.get(name) ?? {}, "AlarmArn"));
          this.#alarms.delete(name);
        }
        return "";
      },
      ListTagsForResource: (form) => {
        const tags = [...this.#tagsOf(form)];
        const members = tags.map(([Key, Value]) => `<member>${toXml({ Key, Value })}</member>`);
        return `<Tags>${members.join("")}</Tags>`;
      },
      TagResource: (form) => {
        const tags = new Map([...this.#tagsOf(form), ...tagsIn(form)]);
        this.#tags.set(textIn(form, "ResourceARN"), tags);
        return "";
      },
      UntagResource: (form) => {
        const removed = membersOf(form, "TagKeys");
        const kept = [...this.#tagsOf(form)].filter(([key]) => !removed.includes(key));
        this.#tags.set(textIn(form, "ResourceARN"), new Map(kept));
        return "";
      },
    };

  #tagsOf(form: FormTree): ReadonlyMap<string, string> {
    return this.#tags.get(textIn(form, "ResourceARN")) ?? new Map<string, string>();
  }
}

function namesIn(form: FormTree): readonly string[] {
  return membersOf(form, "AlarmNames").map(String);
}

function tagsIn(form: FormTree): ReadonlyMap<string, string> {
  const tags = membersOf(form, "Tags") as readonly FormTree[];
  return new Map(tags.map((tag) => [textIn(tag, "Key"), textIn(tag, "Value")]));
}

function membersOf(form: FormTree, list: string): readonly (string | FormTree)[] {
  const { member = {} } = (form[list] ?? {}) as FormTree;
  return Object.values(member as FormTree);
}
