import { Sessions } from "../../../workbench/rehearsal/emulator/sessions";
import type { AwsRequest } from "../../../workbench/rehearsal/front/aws-request";
import { ConnectInstances } from "../../../workbench/rehearsal/stand-ins/connect-instances";
import { ConnectStorage } from "../../../workbench/rehearsal/stand-ins/connect-storage";
import type { SimulatedInstance } from "../../../workbench/simulator/connect-instance";

const ACCOUNT = "333333333333";
const STORAGE = { StorageType: "KINESIS_FIREHOSE" };

function request(method: string, path: string, input: object = {}): AwsRequest {
  return {
    ...{ service: "connect", accessKeyId: ACCOUNT, region: "us-west-2", method, headers: {} },
    operation: `${method} ${path}`,
    url: new URL(path, "http://aws"),
    body: Buffer.from(JSON.stringify(input)),
  };
}

describe("The stand-in for Connect instances", () => {
  const simulated = new Map<string, SimulatedInstance>();
  const instances = new ConnectInstances({ sessions: new Sessions("none"), simulated });
  const storage = new ConnectStorage(instances);
  const send = (...args: Parameters<typeof request>) => {
    const answer = instances.answer(request(...args)) ?? storage.answer(request(...args));
    return {
      status: answer?.status,
      body: JSON.parse(answer?.body.toString() ?? "{}") as Readonly<Record<string, unknown>>,
    };
  };
  const create = (InstanceAlias: string) =>
    send("PUT", "/instance", {
      ...{ InstanceAlias, IdentityManagementType: "SAML" },
      ...{ InboundCallsEnabled: true, OutboundCallsEnabled: false },
    });

  it("creates an instance in the account and Region of the caller, with queues to read", () => {
    const { Arn, Id } = create("acme-west").body;

    expect(Arn).toBe(`arn:aws:connect:us-west-2:${ACCOUNT}:instance/${String(Id)}`);
    expect(simulated.get(String(Id))?.queues.size).toBe(2);
    expect(send("GET", `/instance/${String(Id)}`).body["Instance"]).toMatchObject({
      ...{ Arn, InstanceAlias: "acme-west", InstanceStatus: "ACTIVE" },
      ...{ InboundCallsEnabled: true, OutboundCallsEnabled: false },
    });
  });

  it("refuses a second instance with the same alias", () => {
    expect(create("acme-west").status).toBe(400);
  });

  it("describes an attribute as it was set", () => {
    const path = `/instance/${String(create("acme-east").body["Id"])}/attribute/CONTACT_LENS`;
    send("POST", path, { Value: "true" });

    expect(send("GET", path).body["Attribute"]).toEqual({
      ...{ AttributeType: "CONTACT_LENS", Value: "true" },
    });
  });

  it("keeps one storage configuration for each instance and resource type", () => {
    const associate = (id: unknown, ResourceType: string) =>
      send("PUT", `/instance/${String(id)}/storage-config`, {
        ...{ ResourceType, StorageConfig: STORAGE },
      }).status;
    const [one, other] = [create("one").body["Id"], create("other").body["Id"]];

    expect([one, other, one].map((id) => associate(id, "AGENT_EVENTS"))).toEqual([200, 200, 409]);
    expect(storage.configOf(String(other), "AGENT_EVENTS")).toMatchObject(STORAGE);
    expect(storage.configOf(String(other), "CONTACT_TRACE_RECORDS")).toBeUndefined();
    expect(associate("none", "AGENT_EVENTS")).toBe(404);
  });

  it("has nothing of an instance that is deleted", () => {
    const id = String(create("short-lived").body["Id"]);
    send("DELETE", `/instance/${id}`);

    expect(send("GET", `/instance/${id}`).status).toBe(404);
    expect(simulated.has(id)).toBe(false);
  });
});
