import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../workbench/testing/free-port";
import { PYTHON } from "./installation";

const START_SECONDS = 60;

/** A server of moto, which has AWS's state in its memory. */
export class Moto {
  readonly port: number;
  readonly #server: ChildProcess;

  private constructor(port: number, server: ChildProcess) {
    this.port = port;
    this.#server = server;
  }

  /** @param accountId Account of callers without an assumed role. */
  static async start(accountId: string): Promise<Moto> {
    const port = await freePort();
    const server = spawn(PYTHON, ["-m", "moto.server", "-p", String(port)], {
      stdio: "ignore",
      env: { ...process.env, MOTO_ACCOUNT_ID: accountId },
    });
    await untilReady(`http://127.0.0.1:${port}/moto-api/`);
    return new Moto(port, server);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  stop(): void {
    this.#server.kill();
  }
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(200);
  }
  throw new Error(`The AWS emulator did not start within ${START_SECONDS} seconds.`);
}
