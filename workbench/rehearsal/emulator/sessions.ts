import { existsSync, readFileSync } from "node:fs";
import { accountOfArn } from "../../../aws/arns";
import type { Credentials } from "./signature-v4";

/** A session that STS has issued: of an assumed role, or of a function's execution role. */
export interface Session extends Credentials {
  readonly sessionToken: string;
  /** ARN of the role. */
  readonly roleArn: string;
}

interface Line {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ARN of the session: `arn:aws:sts::<account>:assumed-role/<role>/<session name>`. */
  readonly principal: string;
}

/** The sessions that the emulator has issued, read from the file that launch.py writes. */
export class Sessions {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Account of the caller: of the session's role, or of the root user, whose access key is the account's id. */
  accountOf(accessKeyId: string): string {
    const session = this.find(accessKeyId);
    return session ? accountOfArn(session.roleArn) : accessKeyId;
  }

  /** The session of an access key, or undefined. */
  find(accessKeyId: string): Session | undefined {
    if (!existsSync(this.#file)) return undefined;
    const lines = readFileSync(this.#file, "utf8").trim().split("\n").filter(Boolean);
    return lines
      .map((line) => JSON.parse(line) as Line)
      .filter((session) => session.accessKeyId === accessKeyId)
      .map(({ principal, ...credentials }) => ({ ...credentials, roleArn: roleOf(principal) }))
      .at(-1);
  }
}

/** ARN of the role that a session is of. A role's path is not part of it, and the project's roles have none. */
function roleOf(principal: string): string {
  return principal.replace(":sts:", ":iam:").replace(/:assumed-role\/([^/]+)\/.*$/, ":role/$1");
}
