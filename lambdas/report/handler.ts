import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { closedPeriod, evaluateReport, reportFiles, type Search } from "../../report";
import { Deadline } from "../shared/deadline";
import { domainClient } from "../shared/domain-client";
import { isTransient } from "../shared/opensearch-errors";
import { retry } from "../shared/retry";
import { searchThrough } from "../shared/search";
import { announceOnce } from "./announcement";
import { ReportBucket } from "./report-bucket";
import { parseRequest } from "./request";
import { publish, sendEmail } from "./send";
import { fromEnvironment } from "./settings";

/** Kept for the files, the message and the log when the deadline of the searches has passed. */
const RESERVE_MS = 30_000;
/** Dashboards waits as long for a search. */
const DOMAIN_TIMEOUT_MS = 30_000;

const settings = fromEnvironment(process.env);
const logger = new Logger({ serviceName: settings.alias });
const search = searchThrough(domainClient(settings.domainUrl, DOMAIN_TIMEOUT_MS));
const bucket = new ReportBucket(settings.bucketName);

/**
 * Evaluates the report of the last closed period, writes it to the bucket and announces it once. A failure fails the
 * invocation: Lambda repeats it twice, then the event is a dead letter.
 */
export async function handler(event: unknown, context: Context): Promise<void> {
  try {
    await report(event, context);
  } catch (error) {
    logger.error("The report failed.", error as Error);
    throw error;
  }
}

async function report(event: unknown, context: Context): Promise<void> {
  const request = parseRequest(event);
  const { announcement, contactCenter, dashboardUrl } = settings;
  const moment = new Date(request.scheduledTime);
  const period = closedPeriod(request.period, moment, contactCenter.timeZone);
  const deadline = new Deadline(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  const evaluated = await evaluateReport({
    contactCenter,
    period,
    search: retried(deadline),
    evaluatedAt: new Date(),
  });
  const files = reportFiles(evaluated, { dashboardUrl });
  await bucket.write(period.name, files);
  const outcome = await announceOnce(bucket, period.name, () =>
    "topicArn" in announcement
      ? publish(evaluated, bucket, settings, announcement)
      : sendEmail(evaluated, files, announcement),
  );
  logger.info(outcome, { period: period.name });
}

function retried(deadline: Deadline): Search {
  return (request) =>
    retry({ deadline, purpose: "search the domain", isTransient }, () => search(request));
}
