/** Prints the peak memory for the benchmark, on a line of its own. Node.js counts maxRSS in KiB. */
export function report(): void {
  console.log(`peak ${process.resourceUsage().maxRSS}`);
}
