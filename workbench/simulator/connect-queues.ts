import { invalid } from "./connect-errors";
import type { SimulatedInstance } from "./connect-instance";

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1_000;

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
export function answerQueues(instance: SimulatedInstance, parameters: URLSearchParams): object {
  const size = Number(parameters.get("maxResults") ?? DEFAULT_PAGE);
  if (size < 1 || size > LARGEST_PAGE) throw invalid(`maxResults is 1 to ${LARGEST_PAGE}`);
  const types = parameters.getAll("queueTypes");
  const from = Number(parameters.get("nextToken") ?? 0);
  const standard = [...instance.queues.values()].map(({ id, name }) =>
    summary(id, name, "STANDARD"),
  );
  // Every agent has a queue too; one stands for all of them.
  const agents = [summary(`agent-${instance.id}`, "", "AGENT")];
  const all = [
    ...(types.length === 0 || types.includes("STANDARD") ? standard : []),
    ...(types.length === 0 || types.includes("AGENT") ? agents : []),
  ];
  return {
    QueueSummaryList: all.slice(from, from + size),
    ...(from + size < all.length && { NextToken: String(from + size) }),
  };
}

function summary(id: string, name: string, type: string): object {
  return { Id: id, Arn: `arn:aws:connect:::queue/${id}`, Name: name, QueueType: type };
}
