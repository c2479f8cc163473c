import { firstConfiguration } from "../../cli/first-configuration";
import { parseConfiguration } from "../../config/load";

const own = {
  account: "012345678901",
  region: "us-east-1",
  instance: "12345678-1234-1234-1234-123456789012",
  timeZone: "America/New_York",
};

describe("the configuration that switchboard init writes", () => {
  it("is valid and holds what was given, an account id with a leading zero as well", () => {
    const { accounts, contactCenters, domains } = parseConfiguration(firstConfiguration(own), "f");

    expect(accounts).toMatchObject([{ id: own.account, region: own.region }]);
    expect(contactCenters).toMatchObject([
      { timeZone: own.timeZone, instance: { kind: "adopted", id: own.instance } },
    ]);
    expect(domains).toHaveLength(1);
  });

  it("names the newest tested engine for the new domain, so that no later release upgrades it", () => {
    const text = firstConfiguration(own);

    expect(text).toContain("\n      engineVersion: OpenSearch_3.5\n");
    expect(parseConfiguration(text, "f").domains).toMatchObject([
      { engineVersion: "OpenSearch_3.5", namesEngineVersion: true },
    ]);
  });

  it("keeps an archive and says that it is not masked; without the key, there is none", () => {
    const text = firstConfiguration(own);
    const without = text.replace("    archive:\n      masked: false\n", "");

    expect(parseConfiguration(text, "f").contactCenters).toMatchObject([
      { archiveRetentionDays: 1095 },
    ]);
    expect(without).not.toBe(text);
    expect(parseConfiguration(without, "f").contactCenters[0]).not.toHaveProperty(
      "archiveRetentionDays",
    );
    expect(() => parseConfiguration(text.replace("masked: false", "masked: true"), "f")).toThrow(
      "contactCenters[0].archive.masked: true is not known, use false",
    );
  });

  it("is valid with every optional key, too", () => {
    const text = firstConfiguration(own).replaceAll("#~ ", "");
    const { accounts, alarms, backend } = parseConfiguration(text, "f");

    expect(accounts[0]?.roleArn).toBe("arn:aws:iam::012345678901:role/switchboard-deploy");
    expect(alarms).toMatchObject({ emails: ["operations@example.com"] });
    expect(backend).toMatchObject({ type: "s3", region: own.region });
  });

  it("names the schema for editors where there is one", () => {
    const [first] = firstConfiguration({ ...own, schema: "x/s.json" }).split("\n");

    expect(first).toBe("# yaml-language-server: $schema=x/s.json");
    expect(firstConfiguration(own)).not.toContain("$schema");
  });
});
