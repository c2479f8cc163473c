// The builds with everything in one file: Jest cannot load the modules of d3 that the others import.
declare module "vega/build/vega.js" {
  export * from "vega";
}
