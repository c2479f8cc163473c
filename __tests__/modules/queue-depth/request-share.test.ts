import type { ContactCenter } from "../../../config/configuration";
import { requestShare } from "../../../modules/queue-depth/request-share";

function center(alias: string, change: object = {}): ContactCenter {
  return {
    alias,
    account: { id: "111122223333", region: "eu-central-1" },
    queueDepth: { tickMinutes: 1 },
    retired: false,
    ...change,
  } as unknown as ContactCenter;
}

describe("the share of an account's requests", () => {
  const elsewhere = center("elsewhere", { account: { id: "111122223333", region: "us-west-2" } });
  const another = center("another", { account: { id: "444455556666", region: "eu-central-1" } });
  const silent = center("silent", { queueDepth: undefined });
  const draining = center("draining", { retired: "draining" });
  const contactCenters = [
    center("a"),
    elsewhere,
    center("b"),
    another,
    silent,
    draining,
    center("c"),
  ];

  it("is one place in the round of the contact centers of the same account and Region", () => {
    const shares = contactCenters.map((one) => requestShare({ contactCenters }, one));

    expect(shares).toEqual([
      { position: 0, of: 3 },
      { position: 0, of: 1 },
      { position: 1, of: 3 },
      { position: 0, of: 1 },
      { position: -1, of: 3 },
      { position: -1, of: 3 },
      { position: 2, of: 3 },
    ]);
  });
});
