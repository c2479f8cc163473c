import type { Amendment } from "../front/amendment";
import { inputOf, jsonAnswer, withJson } from "../front/aws-request";

interface ModeInput {
  readonly StreamARN?: string;
  readonly StreamName?: string;
  readonly StreamModeDetails?: { readonly StreamMode: string };
}

interface Described {
  readonly StreamDescriptionSummary?: object;
}

/** Capacity modes that Kinesis streams have been changed to. */
export function streamMode(): Amendment {
  /** By the name of the stream, which is unique in the rehearsal. */
  const modes = new Map<string, object>();
  return {
    id: "kinesis-stream-mode",
    service: "kinesis",
    gap: "There is no UpdateStreamMode: a change of the capacity mode ends the apply.",
    follows: "UpdateStreamMode, and the mode in DescribeStreamSummary; shards are left out.",
    answer: (request) => {
      if (request.operation !== "UpdateStreamMode") return undefined;
      const { StreamARN = "", StreamModeDetails = {} } = inputOf<ModeInput>(request);
      modes.set(StreamARN.split("/").at(-1) ?? "", StreamModeDetails);
      return jsonAnswer(200, {});
    },
    complete: (request, answer) => {
      const { StreamARN = "", StreamName = StreamARN.split("/").at(-1) ?? "" } =
        inputOf<ModeInput>(request);
      if (request.operation === "DeleteStream") modes.delete(StreamName);
      const StreamModeDetails = modes.get(StreamName);
      if (request.operation !== "DescribeStreamSummary" || !StreamModeDetails) return answer;
      const described = JSON.parse(answer.body.toString()) as Described;
      return withJson(answer, {
        StreamDescriptionSummary: { ...described.StreamDescriptionSummary, StreamModeDetails },
      });
    },
  };
}
