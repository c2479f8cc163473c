import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PROJECT = join(__dirname, "..", "..");

/** Words without a component as subject. CONTRIBUTING.md, "Vocabulary", has what to write instead. */
const REFUSED = /\b(nobody|somebody|whoever|of now)\b/i;

/** Names of packages and released states: this project does not write their texts. */
const FOREIGN = /^(package-lock\.json$|__tests__\/terraform\/releases\/)/;

/** Lines that have to contain a refused word, with the reason. */
const EXCEPTIONS: readonly { readonly file: string; readonly line: RegExp }[] = [
  // Description of a deployed alarm, which a change would update in every account.
  { file: "modules/queue-depth/alarms.ts", line: /or nobody knows how old/ },
  // The list of words itself.
  { file: "__tests__/layout/vocabulary.test.ts", line: /REFUSED = |^ {2}\["|line: \// },
  { file: "CONTRIBUTING.md", line: /^\| "nobody", "somebody", "whoever" \||^\| "of now" \|/ },
];

/** Each line of a text that has a refused word, as file:line. */
function findings(file: string, text: string): readonly string[] {
  const exceptions = EXCEPTIONS.filter((exception) => exception.file === file);
  return text.split("\n").flatMap((line, index) => {
    const isRefused = REFUSED.test(line) && !exceptions.some((one) => one.line.test(line));
    return isRefused ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [];
  });
}

function trackedFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: PROJECT, encoding: "utf8" });
  return listed.split("\0").filter((file) => file && !FOREIGN.test(file));
}

/** Undefined for a binary file, and for one that is deleted but still tracked. */
function textOf(file: string): string | undefined {
  try {
    const bytes = readFileSync(join(PROJECT, file));
    return bytes.includes(0) ? undefined : bytes.toString("utf8");
  } catch {
    return undefined;
  }
}

test("no source and no page has a refused word", () => {
  expect(trackedFiles().flatMap((file) => findings(file, textOf(file) ?? ""))).toEqual([]);
});

test.each([
  ["// Nobody reads it."],
  ["whoever applies the stack"],
  ["the numbers of now."],
  ["for SOMEBODY else"],
])("a line such as %j is refused", (line) => {
  expect(findings("docs/a.md", `first\n${line}`)).toEqual([`docs/a.md:2: ${line}`]);
});

test("a longer word is not refused", () => {
  expect(findings("docs/a.md", "proof of nowhere")).toEqual([]);
});
