import { Testing } from "cdktf";
import { compose } from "../../../main";
import { queueDepthSettings } from "../../../modules/stacks/queue-depth-settings";
import { resource, resources, stackOf } from "../../../workbench/testing/synthesized";
import type { Configuration } from "../../../config/configuration";
import { baseFile, configurationWith, secondContactCenter } from "../../config/base-file";

const STACK = "contact-center-support";
const REFERENCE = { domainUrl: "https://domain.example", instanceId: "instance-1" };

function configurationOf(queueDepth: unknown): Configuration {
  return configurationWith((file) => {
    const [center] = file.contactCenters;
    if (center) center["queueDepth"] = queueDepth;
  });
}

function notesOf(configuration: Configuration): readonly string[] {
  return compose(Testing.app(), configuration).flatMap((stack) =>
    stack.notes.map(({ text }) => text),
  );
}

describe("the queue depth in the stack of a contact center", () => {
  it("takes names, instance, domain and interval from the configuration", () => {
    const stack = stackOf(configurationOf({ pollIntervalMinutes: 5 }), STACK);

    expect(resource(stack, "aws_lambda_function")).toMatchObject({
      function_name: "switchboard-support-queue-depth",
      environment: {
        variables: {
          CONTACT_CENTER: "support",
          CONNECT_INSTANCE_ID: "aaaaaaaa-bbbb-cccc-dddd-111111111111",
          QUEUE_DEPTH_INDEX: "switchboard-support-queue-depth",
          QUEUE_HISTORY_INDEX: "switchboard-support-queue-history",
          QUEUE_HISTORY_ROTATION: "day",
          REQUEST_SHARE_POSITION: "0",
          REQUEST_SHARE_OF: "1",
        },
      },
    });
    expect(resource(stack, "aws_scheduler_schedule")["schedule_expression"]).toBe(
      "rate(5 minutes)",
    );
  });

  it("takes the interval under its old name too, with a note that names the new one", () => {
    const old = configurationOf({ tickMinutes: 5 });

    expect(old.contactCenters[0]?.queueDepth?.pollIntervalMinutes).toBe(5);
    expect(notesOf(old)).toContain(
      "queueDepth.tickMinutes of support is deprecated: rename the key to pollIntervalMinutes.",
    );
    expect(notesOf(configurationOf({ pollIntervalMinutes: 5 })).join()).not.toContain(
      "tickMinutes",
    );
  });

  it("is left out with queueDepth: false", () => {
    const without = stackOf(configurationOf(false), STACK);

    expect(resources(without, "aws_lambda_function")).toEqual([]);
    expect(resources(without, "aws_scheduler_schedule")).toEqual([]);
  });
});

describe("the settings of the queue-depth function", () => {
  const third = { ...secondContactCenter(), alias: "third", instance: { id: idOf("c") } };
  const configuration = configurationWith((file) => {
    file.contactCenters = [
      ...baseFile().contactCenters,
      { ...secondContactCenter(), alias: "none", instance: { id: idOf("d") }, queueDepth: false },
      {
        ...secondContactCenter(),
        alias: "draining",
        instance: { id: idOf("e") },
        retired: "draining",
      },
      third,
    ];
  });
  const settings = Object.fromEntries(
    configuration.contactCenters.map((center) => [
      center.alias,
      queueDepthSettings(configuration, center, REFERENCE),
    ]),
  );

  it("divide the requests among the contact centers in service that read queues", () => {
    expect(settings["support"]).toMatchObject({ ...REFERENCE, share: { position: 0, of: 2 } });
    expect(settings["third"]).toMatchObject({ ...REFERENCE, share: { position: 1, of: 2 } });
  });

  it("do not exist for a contact center without the function", () => {
    expect(settings["none"]).toBeUndefined();
    expect(settings["draining"]).toBeUndefined();
  });
});

function idOf(letter: string): string {
  return `${letter.repeat(8)}-bbbb-cccc-dddd-333333333333`;
}
