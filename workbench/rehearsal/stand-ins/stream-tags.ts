import type { Amendment } from "../front/amendment";
import { type AwsRequest, inputOf, withJson } from "../front/aws-request";

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface StreamInput {
  readonly StreamName?: string;
  readonly StreamARN?: string;
  readonly Tags?: Readonly<Record<string, string>>;
  readonly TagKeys?: readonly string[];
}

/** Remembers the tags that a Kinesis stream is created with. */
export function streamTags(): Amendment {
  const tags = new Map<string, Readonly<Record<string, string>>>();
  return {
    id: "kinesis-stream-tags",
    service: "kinesis",
    gap: "CreateStream drops its tags: each plan adds them again.",
    follows: "Tags of CreateStream, RemoveTagsFromStream, and ListTagsForStream.",
    complete: (request, answer) => {
      const input = inputOf<StreamInput>(request);
      const stream = keyOf(request, input);
      if (request.operation === "CreateStream") tags.set(stream, input.Tags ?? {});
      if (request.operation === "RemoveTagsFromStream") {
        const kept = Object.entries(tags.get(stream) ?? {}).filter(
          ([key]) => !input.TagKeys?.includes(key),
        );
        tags.set(stream, Object.fromEntries(kept));
      }
      if (request.operation !== "ListTagsForStream") return answer;
      const listed = JSON.parse(answer.body.toString()) as { readonly Tags: readonly Tag[] };
      const all = new Map([
        ...Object.entries(tags.get(stream) ?? {}),
        ...listed.Tags.map(({ Key, Value }) => [Key, Value] as const),
      ]);
      const Tags = [...all].map(([Key, Value]) => ({ Key, Value }));
      return withJson(answer, { ...listed, Tags });
    },
  };
}

function keyOf({ region }: AwsRequest, { StreamARN = "", StreamName }: StreamInput): string {
  return `${region}/${StreamName ?? StreamARN.split("/").at(-1) ?? ""}`;
}
