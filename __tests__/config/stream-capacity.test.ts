import { shardsFor } from "../../config/stream-capacity";

describe("the shards for a number of agents", () => {
  it.each([
    [1, 1, 1],
    [1_000, 1, 1],
    // 1 MB/s ÷ (0.016/s · 4,000 bytes · 2) = 7,812.5 agents for each shard.
    [7_812, 1, 1],
    [7_813, 2, 1],
    [25_000, 4, 1],
    // 1 MB/s ÷ (0.003/s · 4,000 bytes · 2) = 41,666.7 agents for each shard.
    [41_666, 6, 1],
    [41_667, 6, 2],
  ])("%i agents: %i for agent events, %i for contact records", (agents, events, records) => {
    expect(shardsFor("agentEvents", agents)).toBe(events);
    expect(shardsFor("contactRecords", agents)).toBe(records);
  });
});
