import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfiguration } from "../../config/load";
import { CONNECT_REGIONS } from "../../aws/regions";
import { compose } from "../../main";
import { switchboardApp } from "../../modules/shared/app";
import { synthesized } from "../../workbench/testing/synthesized";
import { center, configurationWith, errorsIn } from "./base-file";

/** Files as people in such a situation write them. */
function situation(name: string) {
  const file = join(__dirname, "..", "data", "cases", `${name}.yaml`);
  return parseConfiguration(readFileSync(file, "utf8"), `${name}.yaml`);
}

function notesOf(configuration: ReturnType<typeof situation>): string[] {
  const app = switchboardApp("/tmp/switchboard-notes");
  return compose(app, configuration).flatMap((stack) => stack.notes.map(({ text }) => text));
}

describe("Amazon Connect Global Resiliency", () => {
  it("is one instance id in two Regions: two contact centers, each with its own instance", () => {
    const { contactCenters } = situation("replica-in-a-second-region");

    expect(contactCenters.map(({ alias, instance }) => [alias, instance])).toMatchObject([
      [
        "support",
        {
          arn: "arn:aws:connect:eu-central-1:111122223333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111",
        },
      ],
      [
        "support-london",
        {
          arn: "arn:aws:connect:eu-west-2:111122223333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111",
        },
      ],
    ]);
  });

  it("keeps everything of the two apart", () => {
    const stacks = synthesized(situation("replica-in-a-second-region"));
    const storage = ["support", "support-london"].map((alias) => {
      const stack = stacks[`contact-center-${alias}`];
      return {
        region: stack?.provider["aws"]?.[0]?.["region"],
        configs: Object.keys(stack?.resource?.["aws_connect_instance_storage_config"] ?? {}).length,
        delivery: Object.values(
          stack?.resource?.["aws_kinesis_firehose_delivery_stream"] ?? {},
        ).map(({ name }) => name),
      };
    });

    expect(storage).toEqual([
      {
        region: "eu-central-1",
        configs: 2,
        delivery: ["switchboard-support-agent-events", "switchboard-support-contact-records"],
      },
      {
        region: "eu-west-2",
        configs: 2,
        delivery: [
          "switchboard-support-london-agent-events",
          "switchboard-support-london-contact-records",
        ],
      },
    ]);
  });

  it("reaches Osaka, without a word about the Region", () => {
    const configuration = situation("replica-in-osaka");

    expect(configuration.contactCenters.map(({ account }) => account.region)).toEqual([
      "ap-northeast-1",
      "ap-northeast-3",
    ]);
    expect(
      notesOf(configuration).filter((note) => note.includes("knows no Amazon Connect")),
    ).toEqual([]);
  });
});

describe("a Region that Switchboard does not know as one of Amazon Connect", () => {
  const configuration = configurationWith((file) => {
    file.accounts["main"] = { id: "111122223333", region: "eu-north-1" };
  });

  it("is synthesized all the same", () => {
    expect(Object.keys(synthesized(configuration))).toContain("contact-center-support");
  });

  it("is said at synthesis, with the Regions that are known", () => {
    expect(notesOf(configuration)).toContainEqual(
      expect.stringMatching(/no Amazon Connect in eu-north-1.*support.*eu-central-1/),
    );
  });

  it("may be named at the contact center, too", () => {
    const elsewhere = configurationWith((file) => {
      file.domains = [{ region: "eu-north-1", create: { size: "dev" } }];
      center(file)["region"] = "eu-north-1";
    });

    expect(notesOf(elsewhere).join()).toContain("no Amazon Connect in eu-north-1");
  });

  it.each(CONNECT_REGIONS)("is not %s", (region) => {
    const known = configurationWith((file) => {
      file.accounts["main"] = { id: "111122223333", region };
    });

    expect(notesOf(known).filter((note) => note.includes("no Amazon Connect"))).toEqual([]);
  });
});

describe("an adopted domain of an engine that is too old", () => {
  it("is refused, with what the engine lacks", () => {
    expect(errorsIn(() => situation("adopt-an-engine-too-old"))).toEqual([
      'domains[0].adopt.engineVersion: "OpenSearch_2.11" is wrong, use OpenSearch_2.13 or newer; OpenSearch 2.11 lacks rfc3339_lenient (since 2.12), which the mappings need, and refuses every index',
    ]);
  });
});
