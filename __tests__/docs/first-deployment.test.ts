import { readFileSync } from "node:fs";
import { center, configurationWith } from "../config/base-file";
import { synthesized } from "../../workbench/testing/synthesized";

const GUIDE = readFileSync("docs/first-deployment.md", "utf8");

/** As the guide exports them. */
const VARIABLES: Readonly<Record<string, string>> = {
  ACCOUNT: "111122223333",
  ALIAS: "support",
  AWS_REGION: "eu-central-1",
  DOMAIN: "trial-main",
  NAME: "trial",
};

/** The trial that the guide describes, with sign-in from the same account. */
const STACKS = synthesized(
  configurationWith((file) => {
    file["name"] = VARIABLES["NAME"];
    file["singleSignOn"] = { account: "main" };
    center(file)["users"] = [{ name: "jane@example.com" }];
  }),
);

function withValues(text: string): string {
  return text.replace(/\$(\w+)/g, (whole, name: string) => VARIABLES[name] ?? whole);
}

describe("the guide to the first deployment", () => {
  it("applies every stack, in the order in which they are declared", () => {
    const applied = [...GUIDE.matchAll(/^npx cdktf deploy (.+)$/gm)].flatMap(([, stacks = ""]) =>
      withValues(stacks).split(" "),
    );

    expect([...applied].sort()).toEqual(Object.keys(STACKS).sort());
    expect(applied.slice(0, 4)).toEqual(Object.keys(STACKS).slice(0, 4));
  });

  it("names what exists", () => {
    const text = JSON.stringify(STACKS);
    const looped = GUIDE.replaceAll("$NAME-$ALIAS-$kind", "$NAME-$ALIAS-contact-records");
    const names = [...looped.matchAll(/\$(?:NAME|DOMAIN)(?:[\w-]|\$\w)*/g)].map(([name]) =>
      withValues(name).replace(/-$/, ""),
    );
    const unknown = [...new Set(names)].filter((name) => !text.includes(name));

    expect(names.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  it("names the log groups, the role and its policy as they are called", () => {
    const text = JSON.stringify(STACKS);
    const called = [...GUIDE.matchAll(/aws logs tail (\S+)/g)].map(([, group = ""]) =>
      withValues(group),
    );

    expect(new Set(called)).toEqual(
      new Set([
        "/aws/kinesisfirehose/trial-support-delivery",
        "/aws/lambda/trial-support-queue-depth",
      ]),
    );
    for (const group of called) expect(text).toContain(`"${group}"`);
    expect(GUIDE).toContain("--role-name <name>-<alias>-delivery --policy-name delivery");
    expect(
      JSON.stringify(STACKS["contact-center-support"]?.resource?.["aws_iam_role_policy"]),
    ).toContain('"name":"delivery"');
  });
});
