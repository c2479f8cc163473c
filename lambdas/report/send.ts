import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { reportTitle, type Report, type ReportFile } from "../../report";
import { RefusedError } from "./announcement";
import { keyOf, type ReportBucket } from "./report-bucket";
import type { EmailSettings, ReportSettings, TopicSettings } from "./settings";

/** A repeated request would send a second message: the SDK sends each once. */
const ONCE = { maxAttempts: 1 } as const;

/** Sends an e-mail with the page as its text and all files attached. */
export async function sendEmail(
  report: Report,
  files: readonly ReportFile[],
  { from, to }: EmailSettings,
): Promise<string> {
  const [page] = files;
  if (!page) throw new Error("The report has no page.");
  const title = reportTitle(report);
  const request = new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [...to] },
    Content: {
      Simple: {
        Subject: { Data: title, Charset: "UTF-8" },
        Body: {
          Html: { Data: page.content, Charset: "UTF-8" },
          Text: { Data: plainText(report), Charset: "UTF-8" },
        },
        Attachments: files.map(({ content, contentType, name }) => ({
          FileName: name,
          ContentType: contentType,
          RawContent: Buffer.from(content),
        })),
      },
    },
  });
  const { MessageId } = await refusing(() => new SESv2Client(ONCE).send(request));
  return MessageId ?? "";
}

/** Publishes a message with the place of the report. */
export async function publish(
  report: Report,
  bucket: ReportBucket,
  { alias, bucketName }: Pick<ReportSettings, "alias" | "bucketName">,
  { consoleHost, topicArn }: TopicSettings,
): Promise<string> {
  const { name } = report.period;
  const key = encodeURIComponent(keyOf(name, "report.html"));
  const request = new PublishCommand({
    TopicArn: topicArn,
    // SNS takes at most 100 characters of ASCII.
    Subject: `Report ${name} of ${alias}`.slice(0, 100),
    Message: [
      plainText(report),
      `https://${consoleHost}/s3/object/${bucketName}?prefix=${key}`,
      bucket.uri(name, "report.html"),
    ].join("\n\n"),
  });
  const { MessageId } = await refusing(() => new SNSClient(ONCE).send(request));
  return MessageId ?? "";
}

/** The key figures as text. */
function plainText(report: Report): string {
  const lines = report.figures.map(
    ({ change, label, title, value }) => `${title}: ${value.trim()} (${label}; ${change})`,
  );
  return [reportTitle(report), "", ...lines].join("\n");
}

/** An answer with an HTTP status of 4xx means that nothing was sent. */
async function refusing<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode ?? 500;
    throw status >= 400 && status < 500 ? new RefusedError(error as Error) : error;
  }
}
