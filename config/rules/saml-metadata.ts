import { readFileSync, statSync } from "node:fs";
import type { Problem } from "../problems";
import { show } from "../problems";

/** Fewer bytes hold no certificate: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html */
const LEAST_BYTES = 1000;
export const MOST_BYTES_OF_IAM = 10_000_000;
/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_SAMLIdp.html */
export const MOST_BYTES_OF_OPENSEARCH = 1_048_576;

const ENTITY = /<(?:[\w-]+:)?EntityDescriptor\s[^>]*?\bentityID\s*=\s*["']([^"']+)["']/g;
const IDENTITY_PROVIDER = /<(?:[\w-]+:)?IDPSSODescriptor\s/;

export interface MetadataUse {
  /** Path of the key that names the file. */
  readonly path: string;
  readonly file: string;
  readonly mostBytes: number;
}

/** What makes a file useless as metadata of an identity provider, before AWS says so. */
export function* metadataProblems({ file, mostBytes, path }: MetadataUse): Generator<Problem> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) {
    yield {
      path,
      message: `there is no file ${show(file)}; give its path from the directory that Switchboard runs in`,
    };
  } else if (!found.isFile()) {
    yield { path, message: `${show(file)} is no file; name the file with the metadata` };
  } else if (found.size < LEAST_BYTES || found.size > mostBytes) {
    yield {
      path,
      message: `${show(file)} has ${found.size} bytes, and AWS takes metadata of ${LEAST_BYTES} to ${mostBytes}; download it again`,
    };
  } else if (entityIdsIn(file).length === 0) {
    yield {
      path,
      message: `${show(file)} is no metadata of an identity provider, which has an EntityDescriptor with an entityID and an IDPSSODescriptor; download it from the application's page`,
    };
  }
}

/** The names under which the identity providers of a metadata file speak. */
export function entityIdsIn(file: string): readonly string[] {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return [];
  const text = readFileSync(file, "utf8");
  if (!IDENTITY_PROVIDER.test(text)) return [];
  return [...text.matchAll(ENTITY)].map(([, entityId = ""]) => entityId.replaceAll("&amp;", "&"));
}
