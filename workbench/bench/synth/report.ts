/** Said to whoever measures, on a line of its own. Node counts maxRSS in KiB. */
export function report(): void {
  console.log(`peak ${process.resourceUsage().maxRSS}`);
}
