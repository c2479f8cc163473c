import { BAD_ACCOUNTS } from "./bad-files/accounts";
import { BAD_CONTACT_CENTERS } from "./bad-files/contact-centers";
import { BAD_DELIVERY } from "./bad-files/delivery";
import { BAD_DOMAINS } from "./bad-files/domains";
import { BAD_SIGN_IN } from "./bad-files/sign-in";
import { BAD_SINGLE_SIGN_ON } from "./bad-files/single-sign-on";
import { BAD_WHOLE_FILE } from "./bad-files/whole-file";
import { configurationWith, mistakesIn, mistakesWith } from "./base-file";
import { parseConfiguration } from "../../config/load";

const BAD_FILES = [
  ...BAD_ACCOUNTS,
  ...BAD_CONTACT_CENTERS,
  ...BAD_DELIVERY,
  ...BAD_DOMAINS,
  ...BAD_SIGN_IN,
  ...BAD_SINGLE_SIGN_ON,
  ...BAD_WHOLE_FILE,
];

describe("a configuration with mistakes", () => {
  it("differs from a right one only in what each row changes", () => {
    expect(() => configurationWith()).not.toThrow();
  });

  it.each(BAD_FILES)("is refused for $title", ({ change, says }) => {
    expect(mistakesWith(change)).toEqual(says);
  });

  it("is refused with the line for what is not YAML", () => {
    expect(
      mistakesIn(() => parseConfiguration("accounts:\n  main: [\n", "switchboard.yaml")),
    ).toEqual([
      "line 3: this is not YAML, Flow sequence in block collection must be sufficiently indented and end with a ] at line 3, column 1:",
    ]);
  });

  it("is refused for a key that stands there twice", () => {
    const text =
      'accounts:\n  main: { id: "111122223333", region: us-east-1 }\n  main: { id: "111122223333", region: us-east-1 }\n';

    expect(mistakesIn(() => parseConfiguration(text, "switchboard.yaml"))).toEqual([
      "line 3: this is not YAML, Map keys must be unique at line 3, column 3:",
    ]);
  });

  it("is refused when it is empty", () => {
    expect(mistakesIn(() => parseConfiguration("", "switchboard.yaml"))).toEqual([
      "the file is empty, start from config/examples/one-account.yaml",
    ]);
  });
});
