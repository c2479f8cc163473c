import type { Amendment } from "../front/amendment";
import { type AwsAnswer, type AwsRequest, errorAnswer } from "../front/aws-request";
import type { Sessions } from "../emulator/sessions";
import { type Authorizer, NotAuthorizedError } from "../iam/authorizer";
import type { ConnectInstances } from "./connect-instances";

export interface ConnectMetricsProps {
  /** URL of the simulator's Connect API. */
  readonly apiUrl: string;
  readonly instances: ConnectInstances;
  readonly sessions: Sessions;
  readonly authorizer: Authorizer;
}

const INSTANCE_ID = /([^/]+)$/;

/**
 * The part of Connect's API that reads queues: answered by the simulator's stand-in, once the applied policies of
 * the role that signed allow it.
 */
export function connectMetrics(props: ConnectMetricsProps): Amendment {
  return {
    id: "connect-metrics",
    service: "connect",
    gap: "There is no Amazon Connect.",
    follows:
      "GetCurrentMetricData and ListQueues, as workbench/simulator/connect-api.ts documents.",
    answer: async (request) => {
      const action = actionOf(request);
      if (action === undefined) return undefined;
      return (await refusal(props, request, action)) ?? (await passOn(props.apiUrl, request));
    },
  };
}

function actionOf({ url }: AwsRequest): string | undefined {
  if (url.pathname.startsWith("/metrics/current/")) return "connect:GetCurrentMetricData";
  return url.pathname.startsWith("/queues-summary/") ? "connect:ListQueues" : undefined;
}

async function refusal(
  { authorizer, instances, sessions }: ConnectMetricsProps,
  request: AwsRequest,
  action: string,
): Promise<AwsAnswer | undefined> {
  const session = sessions.find(request.accessKeyId);
  if (!session) return errorAnswer(403, "AccessDeniedException", "Not signed by a role's session.");
  const [, id = ""] = INSTANCE_ID.exec(request.url.pathname) ?? [];
  const instance = instances.find(id);
  if (!instance) {
    return errorAnswer(404, "ResourceNotFoundException", `There is no instance ${id}.`);
  }
  try {
    // Both are authorized on queues of the instance.
    await authorizer.require(session.roleArn, { action, resource: `${instance.arn}/queue/*` });
    return undefined;
  } catch (error) {
    if (!(error instanceof NotAuthorizedError)) throw error;
    return errorAnswer(403, "AccessDeniedException", error.message);
  }
}

async function passOn(apiUrl: string, { body, method, url }: AwsRequest): Promise<AwsAnswer> {
  const answer = await fetch(`${apiUrl}${url.pathname}${url.search}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const errorType = answer.headers.get("x-amzn-errortype");
  return {
    status: answer.status,
    headers: {
      "content-type": "application/json",
      ...(errorType !== null && { "x-amzn-errortype": errorType }),
    },
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
