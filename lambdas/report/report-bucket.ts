import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { ReportFile } from "../../report";
import { REPORT_PREFIX } from "./prefix";

/** HTTP status of a conditional write to an object that exists. */
const PRECONDITION_FAILED = 412;

/** State of the announcement of a report, as its object holds it. */
export interface Announced {
  /** Id of the message; absent: an invocation began to send it, and its outcome is not known. */
  readonly messageId?: string;
}

/** Reports in the contact center's bucket: one folder each, `reports/2026-10/`. */
export class ReportBucket {
  readonly #client = new S3Client();
  readonly #bucket: string;

  constructor(bucketName: string) {
    this.#bucket = bucketName;
  }

  /** Writes the files of a report; a repeated run replaces them. */
  async write(period: string, files: readonly ReportFile[]): Promise<void> {
    for (const { content, contentType, name } of files) {
      await this.#put(keyOf(period, name), content, contentType);
    }
  }

  /**
   * Claims the announcement for this invocation.
   * @returns undefined: claimed; otherwise the state that an earlier invocation left.
   */
  async claim(period: string): Promise<Announced | undefined> {
    try {
      await this.#put(announcementKey(period), "{}", "application/json", "*");
      return undefined;
    } catch (error) {
      if (statusOf(error) !== PRECONDITION_FAILED) throw error;
      const Key = announcementKey(period);
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
      return JSON.parse((await Body?.transformToString()) ?? "{}") as Announced;
    }
  }

  /** Gives the claim back: nothing was sent. */
  async release(period: string): Promise<void> {
    const Key = announcementKey(period);
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
  }

  async record(period: string, announced: Required<Announced>): Promise<void> {
    await this.#put(announcementKey(period), JSON.stringify(announced), "application/json");
  }

  /** URI of an object of a report, for the AWS CLI. */
  uri(period: string, name: string): string {
    return `s3://${this.#bucket}/${keyOf(period, name)}`;
  }

  async #put(Key: string, Body: string, ContentType: string, IfNoneMatch?: "*"): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key,
        Body,
        ContentType,
        ...(IfNoneMatch && { IfNoneMatch }),
      }),
    );
  }
}

/** Key of the object that holds the state of the announcement. */
export function announcementKey(period: string): string {
  return keyOf(period, "announcement.json");
}

export function keyOf(period: string, name: string): string {
  return `${REPORT_PREFIX}/${period}/${name}`;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
