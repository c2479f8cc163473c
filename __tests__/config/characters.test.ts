import { z } from "zod";
import { parseConfiguration } from "../../config/load";
import { show } from "../../config/problems";
import { configurationSchema } from "../../config/schema";

const LAUGHING = "😀";

const yaml = (title: string, tags: Readonly<Record<string, string>> = {}) => `
tags: ${JSON.stringify(tags)}
accounts: { main: { id: "111122223333", region: eu-central-1 } }
domains: [{ create: { size: dev } }]
contactCenters:
  - alias: berlin
    title: ${JSON.stringify(title)}
    timeZone: Europe/Berlin
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-111111111111 }
`;

test("a title of 60 characters fits, whatever they are, and one of 61 does not", () => {
  const title = LAUGHING.repeat(60);
  const [center] = parseConfiguration(yaml(title), "test.yaml").contactCenters;
  expect(center?.title).toBe(title);
  expect(() => parseConfiguration(yaml(`${title}!`), "test.yaml")).toThrow(
    "is too long, use at most 60",
  );
});

test("tags have 128 characters in their names and 256 in their values, beyond the BMP too", () => {
  // A letter of two units of UTF-16.
  const letter = "𝒜";
  const fits = { [letter.repeat(128)]: letter.repeat(256) };
  expect(parseConfiguration(yaml("Berlin", fits), "test.yaml").tags).toMatchObject(fits);
  for (const tags of [{ [letter.repeat(129)]: "" }, { key: letter.repeat(257) }]) {
    expect(() => parseConfiguration(yaml("Berlin", tags), "test.yaml")).toThrow();
  }
});

test("editors are told the same limits", () => {
  const text = JSON.stringify(z.toJSONSchema(configurationSchema, { io: "input" }));
  for (const limit of [60, 128, 256, 1024, 32_767]) {
    expect(text).toContain(`"maxLength":${limit}`);
  }
});

test("a value that is shown in a message is cut between characters", () => {
  const shown = show(LAUGHING.repeat(100));
  expect(shown).toBe(`"${LAUGHING.repeat(56)}...`);
  expect(shown).not.toMatch(/\p{Surrogate}/u);
});
