import { BAD_ACCOUNTS } from "./bad-files/accounts";
import { BAD_ADOPTED_STREAMS } from "./bad-files/adopted-streams";
import { BAD_ALERTS } from "./bad-files/alerts";
import { BAD_CONTACT_CENTERS } from "./bad-files/contact-centers";
import { BAD_DELIVERY } from "./bad-files/delivery";
import { BAD_DOMAIN_SIZES } from "./bad-files/domain-sizes";
import { BAD_DOMAINS } from "./bad-files/domains";
import { BAD_NETWORKS } from "./bad-files/network";
import { BAD_RECONCILIATIONS } from "./bad-files/reconciliation";
import { BAD_REPORTS } from "./bad-files/report";
import { BAD_SIGN_IN } from "./bad-files/sign-in";
import { BAD_SINGLE_SIGN_ON } from "./bad-files/single-sign-on";
import { BAD_TAGS } from "./bad-files/tags";
import { BAD_WHOLE_FILE } from "./bad-files/whole-file";
import { configurationWith, errorsIn, errorsWith } from "./base-file";
import { parseConfiguration } from "../../config/load";

const BAD_FILES = [
  ...BAD_ACCOUNTS,
  ...BAD_ADOPTED_STREAMS,
  ...BAD_ALERTS,
  ...BAD_CONTACT_CENTERS,
  ...BAD_DELIVERY,
  ...BAD_DOMAINS,
  ...BAD_NETWORKS,
  ...BAD_RECONCILIATIONS,
  ...BAD_REPORTS,
  ...BAD_DOMAIN_SIZES,
  ...BAD_SIGN_IN,
  ...BAD_SINGLE_SIGN_ON,
  ...BAD_TAGS,
  ...BAD_WHOLE_FILE,
];

describe("a configuration with errors", () => {
  it("differs from a right one only in what each row changes", () => {
    expect(() => configurationWith()).not.toThrow();
  });

  it.each(BAD_FILES)("is refused for $title", ({ change, says }) => {
    expect(errorsWith(change)).toEqual(says);
  });

  it("is refused with the line for what is not YAML", () => {
    expect(
      errorsIn(() => parseConfiguration("accounts:\n  main: [\n", "switchboard.yaml")),
    ).toEqual([
      "line 3: this is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ]);
  });

  it("is refused for a key that stands there twice", () => {
    const text =
      'accounts:\n  main: { id: "111122223333", region: us-east-1 }\n  main: { id: "111122223333", region: us-east-1 }\n';

    expect(errorsIn(() => parseConfiguration(text, "switchboard.yaml"))).toEqual([
      "line 3: this key stands there twice, remove one",
    ]);
  });

  it.each([
    ["nothing in it", "", "the file is empty, start from config/examples/one-account.yaml"],
    ["comments only", "# soon\n", "the file is empty, start from config/examples/one-account.yaml"],
    ["a list", "- accounts\n", '["accounts"] is a list, a block of keys is needed'],
    ["a text", "accounts\n", '"accounts" is a text, a block of keys is needed'],
    [
      "a tab for indentation",
      "accounts:\n\tmain: x\n",
      "line 2: this is not YAML: Tabs are not allowed as indentation",
    ],
    [
      "a tag of another language",
      "name: !Ref Stack\n",
      "line 1: this is not YAML: Unresolved tag: !Ref",
    ],
    [
      "a second document",
      "name: one\n---\nname: two\n",
      "line 2: a second document begins here, keep one and remove the ---",
    ],
    [
      "an alias without its anchor",
      "accounts: *them\n",
      "this is not YAML: Unresolved alias (the anchor must be set before the alias): them",
    ],
    [
      "aliases that would fill the memory",
      laughs(),
      "this is not YAML: Excessive alias count indicates a resource exhaustion attack",
    ],
  ])("is refused with %s", (_, text, says) => {
    expect(errorsIn(() => parseConfiguration(text, "switchboard.yaml"))).toEqual([says]);
  });
});

describe("a configuration that repeats itself", () => {
  it("may say it once, with anchors and merge keys", () => {
    const text = `
accounts: { main: { id: "111122223333", region: eu-central-1 } }
domains: [{ create: { size: small } }]
contactCenters:
  - &support
    alias: support
    timeZone: Europe/Berlin
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-111111111111 }
  - <<: *support
    alias: sales
    instance: { id: aaaaaaaa-bbbb-cccc-dddd-222222222222 }
`;

    const { contactCenters } = parseConfiguration(text, "switchboard.yaml");

    expect(contactCenters.map(({ alias, timeZone }) => [alias, timeZone])).toEqual([
      ["support", "Europe/Berlin"],
      ["sales", "Europe/Berlin"],
    ]);
  });
});

/** Each line holds the one above it nine times. */
function laughs(): string {
  const names = ["a", "b", "c", "d", "e"];
  return names
    .map((name, index) => {
      const held = index === 0 ? "ha" : `*${names[index - 1] ?? ""}`;
      return `${name}: &${name} [${Array(9).fill(held).join(", ")}]\n`;
    })
    .join("");
}
