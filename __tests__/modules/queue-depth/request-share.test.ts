import { requestShare } from "../../../modules/queue-depth/request-share";
import type { QueueReader } from "../../../modules/queue-depth/request-share";

function reader(alias: string, place: Partial<QueueReader["place"]> = {}): QueueReader {
  return { alias, place: { id: "111122223333", region: "eu-central-1", ...place } };
}

describe("the share of an account's requests", () => {
  const readers = [
    reader("a"),
    reader("other-region", { region: "us-west-2" }),
    reader("b"),
    reader("other-account", { id: "444455556666" }),
    reader("c"),
  ];

  it("is one position in the rotation of the contact centers of the same account and Region", () => {
    expect(readers.map(({ alias }) => requestShare(alias, readers))).toEqual([
      { position: 0, of: 3 },
      { position: 0, of: 1 },
      { position: 1, of: 3 },
      { position: 0, of: 1 },
      { position: 2, of: 3 },
    ]);
  });

  it("exists only for a contact center whose queues are read", () => {
    expect(() => requestShare("d", [reader("a"), reader("b")])).toThrow(
      "The queues of d are not read; they are for a, b. Pass it among the readers.",
    );
  });
});
