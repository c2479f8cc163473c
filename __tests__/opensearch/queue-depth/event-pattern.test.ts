import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findJava } from "../../../workbench/opensearch/java";
import { contactEventPattern } from "../../../modules/queue-depth/event-pattern";

const RULER = join(__dirname, "event-ruler");
/** `java File.java` compiles the file since 11. */
const OLDEST_JAVA = 11;
const INSTANCE = "12345678-1234-1234-1234-123456789012";
const ARN = `arn:aws:connect:us-west-2:111122223333:instance/${INSTANCE}`;
const OTHER_ARN =
  "arn:aws:connect:us-west-2:111122223333:instance/aaaaaaaa-bbbb-cccc-dddd-111111111111";

function event(detail: object, change: object = {}): object {
  return {
    version: "0",
    "detail-type": "Amazon Connect Contact Event",
    source: "aws.connect",
    account: "111122223333",
    time: "2021-08-04T17:43:48Z",
    region: "us-west-2",
    resources: [],
    detail,
    ...change,
  };
}

const QUEUED = { eventType: "QUEUED", instanceArn: ARN };

/** Matched by Event Ruler, the library that AWS built EventBridge on. */
describe("the rule for contact events", () => {
  const cases: [string, object, boolean][] = [
    ["takes a contact that is queued", event(QUEUED), true],
    ["takes an abandoned contact", event({ ...QUEUED, eventType: "DISCONNECTED" }), true],
    [
      "takes the ARN without its partition",
      event({ ...QUEUED, instanceArn: ARN.replace(":aws:", ":aws::") }),
      true,
    ],
    [
      "takes keys and values in another case",
      event({ EventType: "Queued", InstanceArn: ARN.toUpperCase() }),
      true,
    ],
    [
      "takes an instance that is named among the resources only",
      event({ eventType: "QUEUED" }, { resources: [`${ARN}/contact/c`, ARN] }),
      true,
    ],
    [
      "takes the product's newer name",
      event(QUEUED, { "detail-type": "Connect Customer Contact Event" }),
      true,
    ],
    [
      "leaves other instances",
      event({ ...QUEUED, instanceArn: OTHER_ARN }, { resources: [OTHER_ARN] }),
      false,
    ],
    ["leaves events that change no queue", event({ ...QUEUED, eventType: "COMPLETED" }), false],
    [
      "leaves other events of Connect",
      event(QUEUED, { "detail-type": "Contact Lens Post Call Rules Matched" }),
      false,
    ],
    ["leaves other services", event(QUEUED, { source: "aws.ec2" }), false],
  ];
  let answers: string[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "switchboard-ruler-"));
    const [pattern, events, classPath] = ["pattern", "events", "class-path"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(pattern, JSON.stringify(contactEventPattern(INSTANCE)));
    writeFileSync(events, cases.map(([, one]) => JSON.stringify(one)).join("\n"));
    execFileSync("mvn", [
      ...["--batch-mode", "--quiet", "--file", join(RULER, "pom.xml")],
      ...["dependency:build-classpath", `-Dmdep.outputFile=${classPath}`],
    ]);
    const output = execFileSync(
      await findJava(OLDEST_JAVA),
      ["-cp", readFileSync(classPath, "utf8").trim(), join(RULER, "Matches.java"), pattern, events],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    answers = output.trim().split("\n");
  });

  test.each(cases.map(([name, , taken], position) => [name, taken, position] as const))(
    "%s",
    (_name, taken, position) => {
      expect(answers[position]).toBe(String(taken));
    },
  );
});
