import { AgentEvents } from "../../../modules/agent-events/agent-events";
import type { AgentEventsProps } from "../../../modules/agent-events/agent-events";
import { inEmptyStack } from "../../../workbench/testing/single-construct";
import { resource } from "../../../workbench/testing/synthesized";
import { EVENTS, INSTANCE_ID, supportDestination } from "../firehose-delivery/support-delivery";

function agentEvents(props: Partial<Omit<AgentEventsProps, "destination">> = {}) {
  const { route = EVENTS } = props;
  return inEmptyStack(
    (stack) =>
      new AgentEvents(stack, "agent-events", {
        instanceId: INSTANCE_ID,
        destination: supportDestination(stack, { routes: [route] }),
        route,
        ...props,
      }),
  );
}

describe("agent events", () => {
  const { construct, stack } = agentEvents();

  it("go through a Kinesis data stream, the only target that Connect offers", () => {
    expect(resource(stack, "aws_connect_instance_storage_config")).toMatchObject({
      instance_id: INSTANCE_ID,
      resource_type: "AGENT_EVENTS",
      storage_config: {
        storage_type: "KINESIS_STREAM",
        kinesis_stream_config: { stream_arn: expect.stringMatching(/_stream_/) as string },
      },
      depends_on: [expect.stringMatching(/^aws_kinesis_firehose_delivery_stream\.agent-events/)],
    });
    expect(resource(stack, "aws_kinesis_stream")).toMatchObject({ name: "support-agent-events" });
    expect(resource(stack, "aws_kinesis_firehose_delivery_stream")).toMatchObject({
      opensearch_configuration: {
        index_name: "support-agent-events",
        s3_configuration: { prefix: "agent-events/" },
      },
    });
  });

  it("expose their resources", () => {
    expect(construct.stream?.nameInput).toBe("support-agent-events");
    expect(construct.delivery.stream.nameInput).toBe("support-agent-events");
    expect(construct.storage?.resourceTypeInput).toBe("AGENT_EVENTS");
  });

  it("are not written while the contact center drains", () => {
    const draining = agentEvents({ writing: false });

    expect(draining.stack.resource).not.toHaveProperty("aws_connect_instance_storage_config");
    expect(resource(draining.stack, "aws_kinesis_stream")).toEqual(
      resource(stack, "aws_kinesis_stream"),
    );
  });

  it("leave an adopted stream and the storage configuration as they are", () => {
    const streamArn = "arn:aws:kinesis:eu-central-1:111122223333:stream/connect-agent-events";
    const adopted = agentEvents({ route: { ...EVENTS, stream: { streamArn } } });

    expect(adopted.stack.resource).not.toHaveProperty("aws_kinesis_stream");
    expect(adopted.stack.resource).not.toHaveProperty("aws_connect_instance_storage_config");
    expect(adopted.construct).toMatchObject({ streamArn });
  });
});
