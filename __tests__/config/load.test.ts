import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CONFIGURATION_VARIABLE, configurationFile, loadConfiguration } from "../../config/load";
import { errorsIn } from "./base-file";

describe("the file that holds the configuration", () => {
  let work: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "switchboard-"));
  });
  afterEach(() => {
    rmSync(work, { recursive: true });
  });

  it("is the one that the environment names, whether it exists or not", () => {
    expect(configurationFile({ [CONFIGURATION_VARIABLE]: "/etc/acme.yaml" })).toBe(
      "/etc/acme.yaml",
    );
  });

  it.each([{}, { [CONFIGURATION_VARIABLE]: "" }])(
    "is the smallest example when nothing is configured (%j)",
    (environment) => {
      expect(basename(configurationFile(environment))).toBe("one-account.yaml");
    },
  );

  it("is asked for when there is none of that name", () => {
    const file = join(work, "switchboard.yaml");

    expect(errorsIn(() => loadConfiguration(file))).toEqual([
      "there is no such file; set SWITCHBOARD_CONFIG to the path of a configuration file",
    ]);
  });

  it("is asked for where a folder is named", () => {
    expect(errorsIn(() => loadConfiguration(work))).toEqual([
      "this is a folder; set SWITCHBOARD_CONFIG to the path of a configuration file",
    ]);
  });
});
