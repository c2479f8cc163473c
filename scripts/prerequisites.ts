import { execFileSync } from "node:child_process";
import { terraformProgram } from "../cli/terraform-program";
import { ENGINES } from "../workbench/opensearch/engines";
import { findJava } from "../workbench/opensearch/java";
import { findChromium, HOW_TO_GET_IT } from "../workbench/preview/find-chromium";

type Version = readonly [major: number, minor: number];

/** A program that the tests run for real. */
interface Prerequisite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Finds major and minor version in what the command prints. */
  readonly version: RegExp;
  readonly atLeast: Version;
  /** First version that is too new. */
  readonly below?: Version;
  readonly how: string;
}

/** The newest engine version that the tests run decides. */
const OLDEST_JAVA = Math.max(...Object.values(ENGINES).map(({ oldestJava }) => oldestJava));

const prerequisites = async (): Promise<readonly Prerequisite[]> => [
  {
    name: "Node.js 20 or 22",
    command: [process.execPath, "--version"],
    version: /v(\d+)\.(\d+)/,
    atLeast: [20, 9],
    below: [23, 0],
    how: "install it with a version manager, for example `nvm install`",
  },
  terraformProgram().endsWith("tofu")
    ? {
        name: "OpenTofu 1.8 or newer",
        command: [terraformProgram(), "version"],
        version: /v(\d+)\.(\d+)/,
        atLeast: [1, 8],
        how: "see https://opentofu.org/docs/intro/install",
      }
    : {
        name: "Terraform 1.11 or newer",
        command: [terraformProgram(), "version"],
        version: /v(\d+)\.(\d+)/,
        atLeast: [1, 11],
        how: "see https://developer.hashicorp.com/terraform/install",
      },
  {
    name: `Java ${OLDEST_JAVA} or newer`,
    command: [await findJava(OLDEST_JAVA).catch(() => "java"), "-version"],
    version: /version "(\d+)(?:\.(\d+))?/,
    atLeast: [OLDEST_JAVA, 0],
    how: "install a JDK beside the one on the PATH or let JAVA_HOME name one (Debian 13, Ubuntu: apt-get install openjdk-21-jdk-headless; macOS: brew install openjdk@21; others: https://adoptium.net)",
  },
  {
    name: "Maven 3.8 or newer",
    command: ["mvn", "--version"],
    version: /Apache Maven (\d+)\.(\d+)/,
    atLeast: [3, 8],
    how: "Debian, Ubuntu: apt-get install maven; macOS: brew install maven",
  },
  {
    name: "Python 3.10 or newer with venv",
    command: ["python3", "-c", "import sys, venv, ensurepip; print(sys.version)"],
    version: /^(\d+)\.(\d+)/,
    atLeast: [3, 10],
    how: "Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python3",
  },
  {
    name: "Chromium or Chrome 111 or newer",
    command: [chromiumOrItsName(), "--version"],
    version: /(\d+)\.(\d+)/,
    atLeast: [111, 0],
    how: HOW_TO_GET_IT,
  },
];

function chromiumOrItsName(): string {
  try {
    return findChromium();
  } catch {
    return "chromium";
  }
}

/** What is missing, one line each; empty if the tests can run. */
async function missing(): Promise<string[]> {
  return (await prerequisites()).flatMap((prerequisite) => {
    const { atLeast, below, how, name } = prerequisite;
    const found = versionOf(prerequisite);
    if (found === undefined) return [`${name} is missing; ${how}`];
    if (!isBefore(found, atLeast) && (!below || isBefore(found, below))) return [];
    return [`${name} is needed, ${found.join(".")} is installed; ${how}`];
  });
}

function isBefore([major, minor]: Version, [otherMajor, otherMinor]: Version): boolean {
  return major === otherMajor ? minor < otherMinor : major < otherMajor;
}

function versionOf({ command: [program, ...args], version }: Prerequisite): Version | undefined {
  try {
    // Java says its version on standard error.
    const said = execFileSync("/bin/sh", ["-c", '"$0" "$@" 2>&1', program, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [, major, minor = "0"] = version.exec(said) ?? [];
    return major === undefined ? undefined : [Number(major), Number(minor)];
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const lines = await missing();
  if (lines.length === 0) return;
  console.error(`The tests run real engines. Missing on this machine:\n- ${lines.join("\n- ")}`);
  process.exitCode = 1;
}

void main();
