import { request as forward } from "node:http";
import type { AwsAnswer, AwsRequest } from "./aws-request";

/**
 * Passes a request on to an emulator.
 * @param port loopback port of the emulator
 */
export async function passOn(
  { body, headers, method, url }: AwsRequest,
  port: number,
): Promise<AwsAnswer> {
  return await new Promise((answered, failed) => {
    const onward = forward(
      {
        ...{ host: "127.0.0.1", port, method, path: `${url.pathname}${url.search}` },
        // For policies that require TLS (`aws:SecureTransport`): AWS's endpoints are reached by TLS.
        headers: { ...headers, "x-forwarded-proto": "https" },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          answered({
            status: answer.statusCode ?? 500,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    onward.on("error", failed);
    onward.end(body);
  });
}
