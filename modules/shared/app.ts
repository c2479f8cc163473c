import { App } from "cdktf";

/**
 * The app that all stacks are in. The configuration has been checked before; CDKTF's own validation
 * would ask for a Terraform that synthesis does not need.
 * @param outdir Where the stacks are written. Default: as the cdktf command line says, or cdktf.out.
 */
export function switchboardApp(outdir?: string): App {
  // CDKTF takes a stack trace for every token. Nobody reads them, and finding their place in
  // TypeScript takes a quarter of the whole synthesis.
  process.setSourceMapsEnabled(false);
  return new App({ stackTraces: false, skipValidation: true, ...(outdir && { outdir }) });
}
