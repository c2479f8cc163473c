import { ContentFixture, contactRecord } from "./fixture";

const NUMBER = "+4915112345678";

async function storedWith(
  privacy: Readonly<Record<string, unknown>>,
  alias: string,
  record: object,
) {
  const fixture = await ContentFixture.start({ alias, privacy });
  const [item] = await fixture.records(record);
  expect(item?.status).toBe(201);
  return fixture.document("contact-1");
}

describe("of the customer's address", () => {
  test.each([
    ["keep", { Address: NUMBER, Type: "TELEPHONE_NUMBER" }],
    ["mask", { Address: "****5678", Type: "TELEPHONE_NUMBER" }],
    ["drop", { Type: "TELEPHONE_NUMBER" }],
  ])("%s leaves what it says", async (customerEndpoint, expected) => {
    const document = await storedWith(
      { customerEndpoint },
      `endpoint-${customerEndpoint}`,
      contactRecord(),
    );

    expect(document["CustomerEndpoint"]).toEqual(expected);
  });

  test("four characters are not shown of an address that hardly has more", async () => {
    const record = contactRecord({ CustomerEndpoint: { Address: "1234567", Type: "OTHER" } });

    expect(await storedWith({}, "endpoint-short", record)).toMatchObject({
      CustomerEndpoint: { Address: "****" },
    });
  });

  test.each([
    ["call back 😀abc", "****😀abc"],
    ["😀😁😂😃😄😅😆", "****"],
    ["😀😁😂😃😄😅😆😇", "****😄😅😆😇"],
    ["1234567", "****"],
    ["12345678", "****5678"],
  ])("characters are counted, not units of UTF-16: %s becomes %s", async (Address, masked) => {
    const record = contactRecord({
      CustomerEndpoint: { Address, Type: "OTHER" },
      Attributes: { note: Address },
    });
    const alias = `characters-${[...masked].length}-${Address.length}`;

    expect(await storedWith({ attributes: { mask: ["note"] } }, alias, record)).toMatchObject({
      CustomerEndpoint: { Address: masked },
      Attributes: { note: masked },
    });
  });

  test("the other recipients of an e-mail go with it", async () => {
    const AdditionalEmailRecipients = { CcAddresses: ["someone@example.com"] };
    const record = contactRecord({ AdditionalEmailRecipients });

    expect(await storedWith({}, "recipients-mask", record)).not.toHaveProperty(
      "AdditionalEmailRecipients",
    );
    expect(await storedWith({ customerEndpoint: "keep" }, "recipients-keep", record)).toMatchObject(
      { AdditionalEmailRecipients },
    );
  });
});

describe("of the attributes", () => {
  const Attributes = { plan: "gold", iban: "DE89370400440532013000", pin: "1234", note: null };

  test("some are masked and some are dropped", async () => {
    const attributes = { mask: ["iban", "note"], drop: ["pin"] };
    const document = await storedWith(
      { attributes },
      "attributes-some",
      contactRecord({ Attributes }),
    );

    expect(document["Attributes"]).toEqual({ plan: "gold", iban: "****3000" });
  });

  test("only those that are named are kept", async () => {
    const document = await storedWith(
      { attributes: { keep: ["plan", "iban"], mask: ["iban"] } },
      "attributes-named",
      contactRecord({ Attributes }),
    );

    expect(document["Attributes"]).toEqual({ plan: "gold", iban: "****3000" });
  });

  test("a value that is too long to be indexed is masked or dropped all the same", async () => {
    const long = "x".repeat(20_000);
    const document = await storedWith(
      { attributes: { keep: ["masked"], mask: ["masked"] } },
      "attributes-long",
      contactRecord({ Attributes: { masked: long, other: long } }),
    );

    expect(document["Attributes"]).toEqual({ masked: "****xxxx" });
    expect(document).not.toHaveProperty("UnindexedAttributes");
  });
});

test("what is not kept is nowhere in the index, not even unsearchable", async () => {
  const fixture = await ContentFixture.start({
    alias: "nowhere",
    privacy: { customerEndpoint: "drop", attributes: { keep: [] } },
  });
  await fixture.records(contactRecord({ Attributes: { iban: "DE89370400440532013000" } }));

  const everything = JSON.stringify(await fixture.stored());
  expect(everything).not.toContain(NUMBER.slice(1));
  expect(everything).not.toContain("DE89370400440532013000");
});
