import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { Deadline } from "../shared/deadline";
import { domainClient } from "../shared/domain-client";
import { applyContent, type ApplyReport } from "./apply";
import { ContentBucket } from "./content-bucket";
import { assumeContentRole } from "./content-role";
import { DomainApi } from "./domain-api";
import { requireComplete } from "./incomplete-apply";
import { parseRequest } from "./request";
import { fromEnvironment } from "./settings";

/** Kept for the request in progress, the record and the log when the deadline has passed. */
const RESERVE_MS = 30_000;
/** A domain that creates indices takes seconds for a template. */
const DOMAIN_TIMEOUT_MS = 25_000;

const settings = fromEnvironment(process.env);
const logger = new Logger({ serviceName: "content" });
const client = domainClient(
  settings.domainUrl,
  DOMAIN_TIMEOUT_MS,
  assumeContentRole(settings.contentRoleArn),
);
const bucket = new ContentBucket(settings.bucketName);

/**
 * Applies the content that the event names.
 * @returns numbers of objects by action.
 * @throws if an object failed, or the time was not enough; the next invocation continues.
 */
export async function handler(event: unknown, context: Context): Promise<ApplyReport> {
  try {
    const report = await apply(event, context);
    logger.info("applied", { ...report });
    requireComplete(report);
    return report;
  } catch (error) {
    logger.error("The content was not applied completely.", error as Error);
    throw error;
  }
}

async function apply(event: unknown, context: Context): Promise<ApplyReport> {
  const { content, existingIndices } = parseRequest(event);
  const deadline = new Deadline(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  return await applyContent({
    domain: new DomainApi(client, deadline),
    content: await bucket.read(content),
    backup: bucket.backup(new Date()),
    existingIndices,
    owner: context.awsRequestId,
    deadline,
  });
}
