import { serviceModels } from "../../workbench/rehearsal/emulator/installation";
import type { AwsRequest } from "../../workbench/rehearsal/front/aws-request";
import { RequestCheck } from "../../workbench/rehearsal/front/request-check";

describe("A request held against AWS's service models", () => {
  let check: RequestCheck;

  beforeAll(async () => {
    check = new RequestCheck(await serviceModels());
  });

  const request = (
    service: string,
    operation: string,
    body: string,
    headers: AwsRequest["headers"] = {},
  ): AwsRequest => {
    const [method = "", path = "/"] = operation.includes(" ") ? operation.split(" ") : ["POST"];
    const url = new URL(path, "http://aws");
    return {
      ...{ service, operation: operation.replace(/\?.*$/, ""), method, url, headers },
      ...{ accessKeyId: "", region: "", body: Buffer.from(body) },
    };
  };
  const json = { "x-amz-target": "any" };

  it.each([
    [
      "JSON",
      request("kinesis", "CreateStream", '{"StreamName":"a","Tags":{"b":"c"}}', json),
      request("kinesis", "CreateStream", '{"StreamName":"a b"}', json),
      ["CreateStream.StreamName a b does not fit [a-zA-Z0-9_.-]+"],
    ],
    [
      "query",
      request(
        "sns",
        "CreateTopic",
        "Action=CreateTopic&Version=1&Name=a&Tags.member.1.Key=k&Tags.member.1.Value=v",
      ),
      request("sns", "CreateTopic", "Action=CreateTopic&Version=1&Tags.member.1.Value=v"),
      ["CreateTopic.Name is missing", "CreateTopic.Tags[0].Key is missing"],
    ],
    [
      "REST-JSON",
      request("connect", "GET /instance/a/storage-configs?resourceType=AGENT_EVENTS", ""),
      request("connect", "GET /instance/a/storage-configs?resourceType=CALLS", ""),
      ["ListInstanceStorageConfigs.ResourceType CALLS is none of its values"],
    ],
  ])("is checked in the %s protocol", (_, good, bad, says) => {
    expect(check.problemsOf(good)).toEqual([]);
    expect(check.problemsOf(bad)).toEqual(says);
  });

  it("has a list where a parameter of the query is there several times", () => {
    const path = "GET /queues-summary/a?queueTypes=STANDARD&queueTypes=";

    expect(check.problemsOf(request("connect", `${path}AGENT`, ""))).toEqual([]);
    expect(check.problemsOf(request("connect", `${path}OTHER`, ""))).toEqual([
      "ListQueues.QueueTypes[1] OTHER is none of its values",
    ]);
  });

  it("is refused if there is no such operation", () => {
    expect(check.problemsOf(request("lambda", "GET /no/such/path", ""))).toEqual([
      "GET /no/such/path is no operation of this service",
    ]);
  });
});
