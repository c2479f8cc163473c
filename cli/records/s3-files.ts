import { GetObjectCommand, S3Client, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import type { Readable } from "node:stream";
import { UnreadableFileError } from "./decoded";
import type { RecordFile, SourceOptions } from "./record-files";

/** A store on another host has no host name for each bucket. */
const OTHER_ENDPOINT = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"];

/** The objects of a prefix, in the order of their keys. */
export async function* s3Files(
  source: string,
  { region }: SourceOptions,
): AsyncGenerator<RecordFile> {
  const [, bucket, prefix = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(source) ?? [];
  if (bucket === undefined)
    throw new Error(`${source} names no bucket: use s3://<bucket>/<prefix>.`);
  const client = new S3Client({
    ...(region !== undefined && { region }),
    followRegionRedirects: true,
    forcePathStyle: OTHER_ENDPOINT.some((name) => process.env[name] !== undefined),
  });
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix },
  )) {
    for (const { ETag = "", Key = "", Size = 0 } of Contents) {
      // The console's folders are empty objects.
      if (Key.endsWith("/")) continue;
      yield {
        name: `s3://${bucket}/${Key}`,
        bytes: Size,
        version: ETag,
        open: () => opened(client, bucket, Key),
      };
    }
  }
}

async function opened(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<AsyncIterable<Buffer>> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body as Readable as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as Error).name !== "InvalidObjectState") throw error;
    throw new UnreadableFileError(
      "the object is in a storage class of Glacier: restore it (aws s3api restore-object) first",
      { cause: error },
    );
  }
}
