export function bundlePage(): Promise<ReadonlyMap<string, { type: string; body: string }>> {
  return Promise.resolve(new Map([["/", { type: "text/html", body: "soon" }]]));
}
