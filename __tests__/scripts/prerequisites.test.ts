import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROJECT = resolve(__dirname, "..", "..");

/** Looks for the prerequisites where only these programs are to be found, each saying what is given. */
function lookedFor(programs: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(tmpdir(), "switchboard-path-"));
  for (const [name, says] of Object.entries(programs)) {
    writeFileSync(join(path, name), `#!/bin/sh\necho '${says}'\n`);
    chmodSync(join(path, name), 0o755);
  }
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/prerequisites.ts"],
    { cwd: PROJECT, encoding: "utf8", env: { ...process.env, PATH: path, CHROME_PATH: "" } },
  );
  rmSync(path, { recursive: true });
  return { status, lines: stderr.trim().split("\n") };
}

const FOUND = {
  terraform: "Terraform v1.11.4",
  java: 'openjdk version "21" 2023-09-19',
  mvn: "Apache Maven 3.8.7",
  python3: "3.10.2 (default)",
  chromium: "Chromium 111.0.5563.64",
};

describe("the prerequisites of the tests", () => {
  it("are each named when missing, with how to get them", () => {
    expect(lookedFor({})).toEqual({
      status: 1,
      lines: [
        "The tests run real engines. Missing on this machine:",
        "- Terraform 1.11 or newer is missing; see https://developer.hashicorp.com/terraform/install",
        "- Java 21 or newer is missing; install a JDK beside the one on the PATH or let JAVA_HOME name one (Debian 13, Ubuntu: apt-get install openjdk-21-jdk-headless; macOS: brew install openjdk@21; others: https://adoptium.net)",
        "- Maven 3.8 or newer is missing; Debian, Ubuntu: apt-get install maven; macOS: brew install maven",
        "- Python 3.10 or newer with venv is missing; Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python3",
        "- Chromium or Chrome 111 or newer is missing; install it (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or let CHROME_PATH name a Chromium or Chrome",
      ],
    });
  });

  it("say nothing in the oldest versions that will do, and in newer ones", () => {
    expect(lookedFor(FOUND).status).toBe(0);
    expect(
      lookedFor({
        terraform: "Terraform v2.0.0",
        java: 'openjdk version "25" 2025-09-16',
        mvn: "Apache Maven 4.0.0",
        python3: "3.13.1",
        "google-chrome": "Google Chrome 156.0.8078.108",
      }).status,
    ).toBe(0);
  });

  it("are told apart from older versions, which are named", () => {
    expect(lookedFor({ ...FOUND, terraform: "Terraform v1.9.8" })).toEqual({
      status: 1,
      lines: [
        "The tests run real engines. Missing on this machine:",
        "- Terraform 1.11 or newer is needed, 1.9 is installed; see https://developer.hashicorp.com/terraform/install",
      ],
    });
  });
});
