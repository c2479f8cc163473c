import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

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

const FOLDER = join(__dirname, "page");

/** All files of the page by their paths, made in memory. Nothing in them comes from another host. */
export async function bundlePage(): Promise<ReadonlyMap<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: {
      page: join(FOLDER, "main.tsx"),
      styles: join(FOLDER, "styles.css"),
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
  const html = await readFile(join(FOLDER, "index.html"));
  const file = (path: string, type: string): [string, PageFile] => {
    const made = outputFiles.find((output) => output.path.endsWith(path));
    if (!made) throw new Error(`esbuild made no ${path} of the page.`);
    return [path, { type, body: made.contents }];
  };
  return new Map<string, PageFile>([
    ["/", { type: "text/html; charset=utf-8", body: html }],
    file("/page.js", "text/javascript; charset=utf-8"),
    file("/styles.css", "text/css; charset=utf-8"),
  ]);
}
