import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomically } from "../../modules/shared/write-atomically";
import { PreviewError } from "./preview-error";

/** What makes two previews play the same contact centers. */
export interface Script {
  readonly seed: string;
  readonly contactsPerDay: number;
  /** Aliases and names of indices. */
  readonly contactCenters: readonly string[];
}

const rememberedSchema = z.object({
  seed: z.string(),
  contactsPerDay: z.number(),
  contactCenters: z.array(z.string()),
  from: z.number(),
  deliveredUntil: z.number(),
});

type Remembered = z.infer<typeof rememberedSchema>;

/**
 * A folder of data that outlives the preview. Because a seed always plays the same, it is enough to
 * remember how far it was played: what was delivered by then is played again without being delivered.
 */
export class KeptData {
  readonly engineFolder: string;
  readonly #file: string;
  readonly #lock: string;
  readonly #folder: string;
  readonly #script: Script;

  private constructor(folder: string, script: Script) {
    this.#folder = folder;
    this.#script = script;
    this.engineFolder = join(folder, "opensearch");
    this.#file = join(folder, "played.json");
    this.#lock = join(folder, "in-use-by");
  }

  /** @throws {PreviewError} if the folder is in use, or of another contact center. */
  static open(folder: string, script: Script): KeptData {
    const kept = new KeptData(folder, script);
    mkdirSync(folder, { recursive: true });
    kept.#take();
    return kept;
  }

  /** How far an earlier preview came; absent: this is the first. */
  get remembered(): Pick<Remembered, "from" | "deliveredUntil"> | undefined {
    if (!existsSync(this.#file)) return undefined;
    return rememberedSchema.parse(JSON.parse(readFileSync(this.#file, "utf8")));
  }

  remember(from: number, deliveredUntil: number): void {
    const content: Remembered = {
      ...this.#script,
      contactCenters: [...this.#script.contactCenters],
      from,
      deliveredUntil,
    };
    writeAtomically(this.#file, JSON.stringify(content, undefined, 2));
  }

  release(): void {
    rmSync(this.#lock, { force: true });
  }

  #take(): void {
    const owner = existsSync(this.#lock) ? Number(readFileSync(this.#lock, "utf8")) : undefined;
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new PreviewError(
        `${this.#folder} is in use by another preview (process ${owner}). End that, or keep the data elsewhere.`,
      );
    }
    this.#assertSame();
    writeFileSync(this.#lock, String(process.pid));
  }

  #assertSame(): void {
    if (!existsSync(this.#file)) return;
    const parsed = rememberedSchema.safeParse(parseJson(readFileSync(this.#file, "utf8")));
    if (!parsed.success) {
      throw new PreviewError(
        `${this.#file} is not from a preview. Keep the data in another folder.`,
      );
    }
    const { contactCenters, contactsPerDay, seed } = parsed.data;
    const same =
      seed === this.#script.seed &&
      contactsPerDay === this.#script.contactsPerDay &&
      contactCenters.join() === this.#script.contactCenters.join();
    if (same) return;
    throw new PreviewError(
      `${this.#folder} holds another preview: --seed ${seed} --contacts-per-day ${contactsPerDay}, ` +
        `contact centers ${contactCenters.join(", ")}. Ask for the same, or keep the data in another folder.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
