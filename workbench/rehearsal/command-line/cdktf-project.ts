import { execFile } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";
import { PROJECT } from "../../../modules/shared/project-folder";
import { terraformEnvironment } from "../terraform/environment";

const run = promisify(execFile);
const OUTPUT_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 600_000;

export interface CdktfProjectProps {
  /** Path of the configuration file. */
  readonly configurationFile: string;
  /** Account whose root user signs. */
  readonly account: string;
  /** URL that the AWS provider finds every service at. */
  readonly awsUrl: string;
}

/** A command of the cdktf command line that failed, with what it printed. */
export class CdktfError extends Error {
  constructor(command: string, printed: string, cause: unknown) {
    super(`cdktf ${command} failed:\n${printed}`, { cause });
    this.name = "CdktfError";
  }
}

/** A folder in which a user runs the cdktf command line: configuration, cdktf.json and the local states. */
export class CdktfProject {
  readonly folder: string;
  readonly #props: CdktfProjectProps;

  private constructor(folder: string, props: CdktfProjectProps) {
    this.folder = folder;
    this.#props = props;
  }

  static async open(props: CdktfProjectProps): Promise<CdktfProject> {
    const folder = await mkdtemp(join(tmpdir(), "switchboard-cdktf-"));
    const project = new CdktfProject(folder, props);
    project.configure(props.configurationFile);
    const app = `npx --prefix ${PROJECT} tsx ${join(PROJECT, "main.ts")}`;
    const settings = {
      language: "typescript",
      app,
      output: "cdktf.out",
      sendCrashReports: "false",
    };
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify(settings));
    return project;
  }

  /** Takes another configuration from the next command on. */
  configure(file: string): void {
    copyFileSync(file, join(this.folder, "switchboard.yaml"));
  }

  /** Folder of a synthesized stack. */
  stackFolder(stack: string): string {
    return join(this.folder, "cdktf.out", "stacks", stack);
  }

  /**
   * Runs the command line with credentials and the endpoint from the environment.
   * @returns what it prints
   * @throws {CdktfError}
   */
  async cdktf(...args: readonly string[]): Promise<string> {
    const { account, awsUrl } = this.#props;
    try {
      const { stderr, stdout } = await run(
        process.execPath,
        [join(PROJECT, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf"), ...args],
        {
          cwd: this.folder,
          env: {
            ...terraformEnvironment(),
            AWS_ENDPOINT_URL: awsUrl,
            AWS_ACCESS_KEY_ID: account,
            AWS_SECRET_ACCESS_KEY: "test",
            CI: "true",
          },
          maxBuffer: OUTPUT_BYTES,
          timeout: TIMEOUT_MS,
        },
      );
      return stripVTControlCharacters(`${stdout}${stderr}`);
    } catch (error) {
      const { stderr = "", stdout = "" } = error as { stderr?: string; stdout?: string };
      throw new CdktfError(args.join(" "), stripVTControlCharacters(`${stdout}${stderr}`), error);
    }
  }

  /** Whether a stack has a local state. */
  hasState(stack: string): boolean {
    return existsSync(join(this.folder, `terraform.${stack}.tfstate`));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
