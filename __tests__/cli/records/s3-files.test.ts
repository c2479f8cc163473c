import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { readRecords } from "../../../cli/records/read-records";
import { recordFiles } from "../../../cli/records/record-files";

/** Stands in for S3: the two requests of the reader, with pages of one object. */
const OBJECTS: Readonly<Record<string, Buffer>> = {
  "archive/year=2026/a.gz": gzipSync('{"ContactId":"a"}{"ContactId":"b"}'),
  "archive/year=2026/b.gz": gzipSync('{"ContactId":"c"}'),
  "archive/year=2026/folder/": Buffer.alloc(0),
  "archive/year=2026/glacier.gz": Buffer.alloc(0),
  "other/d": Buffer.from('{"ContactId":"d"}'),
};

let server: Server;
const before = { ...process.env };

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://s3");
    const key = decodeURIComponent(pathname.slice("/bucket/".length));
    if (searchParams.get("list-type") !== "2") {
      const isArchived = key.includes("glacier");
      response.statusCode = isArchived ? 403 : 200;
      response.end(isArchived ? "<Error><Code>InvalidObjectState</Code></Error>" : OBJECTS[key]);
      return;
    }
    const keys = Object.keys(OBJECTS).filter((name) =>
      name.startsWith(searchParams.get("prefix") ?? ""),
    );
    const page = Number(searchParams.get("continuation-token") ?? 0);
    const name = keys[page] ?? "";
    const next =
      page + 1 < keys.length
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page + 1}</NextContinuationToken>`
        : "<IsTruncated>false</IsTruncated>";
    response.end(
      `<ListBucketResult>${next}<Contents><Key>${name}</Key><Size>${OBJECTS[name]?.length ?? 0}</Size>` +
        `<ETag>"${page}"</ETag></Contents></ListBucketResult>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env["AWS_ENDPOINT_URL_S3"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env["AWS_ACCESS_KEY_ID"] = "id";
  process.env["AWS_SECRET_ACCESS_KEY"] = "secret";
});

afterAll(async () => {
  process.env = before;
  await new Promise((resolve) => server.close(resolve));
});

test("reads every object of a prefix, page by page", async () => {
  const texts: string[] = [];
  const names: string[] = [];
  for await (const file of recordFiles("s3://bucket/archive/", { region: "eu-central-1" })) {
    names.push(file.name);
    for await (const items of readRecords(file)) {
      texts.push(...items.map((item) => ("problem" in item ? item.problem : item.text)));
    }
  }

  expect(names).toEqual([
    "s3://bucket/archive/year=2026/a.gz",
    "s3://bucket/archive/year=2026/b.gz",
    "s3://bucket/archive/year=2026/glacier.gz",
  ]);
  expect(texts).toEqual([
    '{"ContactId":"a"}',
    '{"ContactId":"b"}',
    '{"ContactId":"c"}',
    "the object is in a storage class of Glacier: restore it (aws s3api restore-object) first",
  ]);
});

test("an address without a bucket is refused", async () => {
  await expect(recordFiles("s3://").next()).rejects.toThrow(
    "s3:// names no bucket: use s3://<bucket>/<prefix>.",
  );
});
