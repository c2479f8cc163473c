import type { Row } from "../objects/dashboard";
import type { DashboardContext } from "../panels/context";
import type { TopicName } from "../texts";
import { agents } from "./agents";
import { contacts } from "./contacts";
import { queues } from "./queues";
import { summary } from "./summary";

/** The panels of each dashboard, between its header and its definitions. */
export const TOPICS: Readonly<Record<TopicName, (context: DashboardContext) => readonly Row[]>> = {
  summary,
  queues,
  agents,
  contacts,
};
