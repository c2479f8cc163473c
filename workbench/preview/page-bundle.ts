import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file of the page, as the server sends it. */
export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/**
 * What the page may do: nothing but ask the server that it came from. `style-src-attr` is for the
 * charts, whose library writes attributes of style into its drawings and its tooltips.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sources of the page; in the npm package, the page as it was built when that was published. */
export const PAGE_FOLDER = join(__dirname, "page");

const TYPES = {
  "/": "text/html; charset=utf-8",
  "/page.js": "text/javascript; charset=utf-8",
  "/styles.css": "text/css; charset=utf-8",
} as const;

type PagePath = keyof typeof TYPES;

/** All files of the page by their paths, in memory. Nothing in them comes from another host. */
export async function bundlePage(): Promise<ReadonlyMap<string, PageFile>> {
  const html = await readFile(join(PAGE_FOLDER, "index.html"));
  const scripts = existsSync(join(PAGE_FOLDER, "page.js")) ? readBuilt : build;
  const made = await scripts(["/page.js", "/styles.css"]);
  return new Map<string, PageFile>([
    ["/", { type: TYPES["/"], body: html }],
    ...made.map(([path, body]): [string, PageFile] => [path, { type: TYPES[path], body }]),
  ]);
}

type Made = readonly (readonly [PagePath, Uint8Array])[];

async function readBuilt(paths: readonly PagePath[]): Promise<Made> {
  return await Promise.all(
    paths.map(async (path) => [path, await readFile(join(PAGE_FOLDER, path))] as const),
  );
}

async function build(paths: readonly PagePath[]): Promise<Made> {
  // A published package has no esbuild.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: {
      page: join(PAGE_FOLDER, "main.tsx"),
      styles: join(PAGE_FOLDER, "styles.css"),
    },
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    sourcemap: false,
    format: "esm",
    platform: "browser",
    target: ["chrome116", "firefox124", "safari17.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
  });
  return paths.map((path) => {
    const made = outputFiles.find((output) => output.path.endsWith(path));
    if (!made) throw new Error(`esbuild made no ${path} of the page.`);
    return [path, made.contents];
  });
}
