import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { SavedObjectBackup } from "./apply";
import type { DesiredContent, ObjectReference } from "./content-object";
import { EXPORT_PREFIX, SHARED_TENANT_FOLDER } from "./prefixes";

/** The bucket with the content, and with the exports of changed saved objects. */
export class ContentBucket {
  readonly #client = new S3Client();
  readonly #bucket: string;

  constructor(bucketName: string) {
    this.#bucket = bucketName;
  }

  async read(key: string): Promise<DesiredContent> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
    );
    return JSON.parse((await Body?.transformToString()) ?? "") as DesiredContent;
  }

  /** Exports of one apply, in a folder with its time. */
  backup(startedAt: Date): SavedObjectBackup {
    return {
      keep: async (reference, line) => {
        await this.#client.send(
          new PutObjectCommand({
            Bucket: this.#bucket,
            Key: exportKey(startedAt, reference),
            Body: line,
            ContentType: "application/x-ndjson",
          }),
        );
      },
    };
  }
}

/** Such as `changed-saved-objects/2026-11-01T10:00:00.000Z/shared/dashboard:acme-west-dashboard.ndjson`. */
export function exportKey(
  startedAt: Date,
  { name, tenant = SHARED_TENANT_FOLDER }: ObjectReference,
): string {
  return `${EXPORT_PREFIX}/${startedAt.toISOString()}/${tenant}/${name}.ndjson`;
}
