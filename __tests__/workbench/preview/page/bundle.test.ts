import {
  bundlePage,
  CONTENT_SECURITY_POLICY,
  type PageFile,
} from "../../../../workbench/preview/page-bundle";

let files: ReadonlyMap<string, PageFile>;
const textOf = (path: string): string => Buffer.from(files.get(path)?.body ?? []).toString("utf8");

beforeAll(async () => {
  files = await bundlePage();
});

test("the page is a document, a script and a style sheet", () => {
  expect([...files].map(([path, { type }]) => [path, type])).toEqual([
    ["/", "text/html; charset=utf-8"],
    ["/page.js", "text/javascript; charset=utf-8"],
    ["/styles.css", "text/css; charset=utf-8"],
  ]);
});

test("the document refers to nothing but these files", () => {
  const references = [...textOf("/").matchAll(/(?:src|href)="([^"]*)"/g)].map(([, to]) => to);
  expect(references).toEqual(["data:,", "styles.css", "page.js"]);
});

test("the style sheet loads nothing, and no font", () => {
  expect(textOf("/styles.css")).not.toMatch(/url\(|@import|@font-face/);
});

test("nothing is written into the document as code, so that the policy can forbid it", () => {
  expect(textOf("/")).not.toMatch(/<style|style="|<script(?![^>]* src=)| on[a-z]+="/);
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toContain("unsafe-eval");
});

test("the script makes no code out of text, which the policy would refuse", () => {
  expect(textOf("/page.js")).not.toMatch(/\bnew Function\(|\beval\(/);
});
