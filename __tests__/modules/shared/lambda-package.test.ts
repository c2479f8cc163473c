import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { packageLambda } from "../../../modules/shared/lambda-package";
import { readBundle } from "../../../modules/shared/lambda-bundle-cache";

const LARGEST_BUNDLE = 1_500_000;

describe("the package of a Lambda function", () => {
  const made = packageLambda("queue-depth");
  const zip = readFileSync(made.zipFile);

  it("is made once a run", () => {
    expect(packageLambda("queue-depth")).toBe(made);
  });

  it("is what its digests say, in the form that Lambda gives them back", () => {
    const digest = createHash("sha256").update(zip).digest();

    expect(made.digest).toBe(digest.toString("hex"));
    expect(made.sourceCodeHash).toBe(digest.toString("base64"));
  });

  it("holds one file, of the same time and mode wherever it is made", () => {
    const content = unzipSync(zip);

    expect(Object.keys(content)).toEqual(["index.js"]);
    // MS-DOS time and date in the local header: midnight of January 1st, 1980.
    expect(zip.readUInt32LE(10)).toBe(0x00210000);
    // The central directory's external attributes: a regular file, mode 0644.
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    expect(zip.readUInt32LE(directory + 38) >>> 16).toBe(0o100644);
  });

  it("is small, and names no path of the machine that made it", () => {
    const code = readFileSync(made.codeFile, "utf8");

    expect(code.length).toBeLessThan(LARGEST_BUNDLE);
    expect(code).not.toContain(process.cwd());
  });

  it("is remembered from run to run as long as nothing in it changes", () => {
    const remembered = readBundle("queue-depth");

    expect(remembered && Buffer.from(remembered).equals(readFileSync(made.codeFile))).toBe(true);
  });
});
