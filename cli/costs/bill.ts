import { markdownTable } from "../markdown-table";
import { amountOf, merged, totalOf } from "./cost-item";
import type { CostItem } from "./cost-item";
import type { StackEstimate } from "./estimate";
import type { Workload } from "./workload";

const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const SIX_DIGITS = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 });
/** From here on, cents are noise in an estimate. */
const WHOLE_DOLLARS = 10;

/** US dollars: whole ones, or with cents below $10. */
export function dollars(amount: number): string {
  const digits = amount >= WHOLE_DOLLARS ? 0 : 2;
  return `$${amount.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** One line on a stack, for people. @param workload undefined for a stack whose bill does not depend on contacts */
export function estimateLine(estimate: StackEstimate, workload?: Workload): string {
  const { idle, stack, unpriced, usage } = estimate;
  const amount = totalOf(idle);
  const bill =
    workload === undefined || usage.length === 0
      ? `about ${dollars(amount)} a month`
      : `about ${dollars(amount)} a month idle, ${dollars(amount + totalOf(usage))} with ${COUNT.format(workload.contactsPerDay)} contacts a day`;
  const without = unpriced.length === 0 ? "" : `, without ${unpriced.join(" and ")}`;
  return `${stack}: ${bill}${without} (${priceListText([estimate])})`;
}

/** Date and Region of the list prices, and the Regions without a price list. */
export function priceListText(estimates: readonly StackEstimate[]): string {
  const lists = new Set(estimates.map(({ prices: { date, region } }) => `${date}, ${region}`));
  const missing = new Set(
    estimates.filter(({ prices, region }) => prices.region !== region).map(({ region }) => region),
  );
  const text = `list prices of ${[...lists].join(" and ")}`;
  return missing.size === 0 ? text : `${text}; none are stored for ${[...missing].join(", ")}`;
}

/** Charges of all stacks: idle, and those of the workload. */
export interface Bill {
  readonly idle: readonly CostItem[];
  readonly usage: readonly CostItem[];
}

export function billOf(estimates: readonly StackEstimate[]): Bill {
  return {
    idle: merged(estimates.flatMap(({ idle }) => idle)),
    usage: merged(estimates.flatMap(({ usage }) => usage)),
  };
}

/** Table by service, as Markdown: each row has its quantity and its price. */
export function billAsMarkdown({ idle, usage }: Bill): string {
  const rows = [
    ...idle.map((item) => ({ item, idle: amountOf(item), loaded: amountOf(item) })),
    ...usage.map((item) => ({ item, idle: 0, loaded: amountOf(item) })),
  ].sort((a, b) => a.item.service.localeCompare(b.item.service, "en"));
  const cells = rows.map(({ idle: before, item, loaded }) => [
    item.service,
    item.item,
    `${SIX_DIGITS.format(item.quantity)} ${item.unit}`,
    `$${SIX_DIGITS.format(item.price)}`,
    cents(before),
    cents(loaded),
  ]);
  const sum = [
    "**Sum**",
    "",
    "",
    "",
    `**${cents(totalOf(idle))}**`,
    `**${cents(totalOf(idle) + totalOf(usage))}**`,
  ];
  const head = ["service", "item", "quantity", "price", "idle, a month", "with contacts"];
  return markdownTable(head, [...cells, sum], [2, 3, 4, 5]);
}

function cents(amount: number): string {
  return `$${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** The same for programs. */
export function billAsJson(
  estimates: readonly StackEstimate[],
  workload: ReadonlyMap<string, Workload>,
): object {
  const withAmounts = (items: readonly CostItem[]): readonly object[] =>
    items.map((item) => ({ ...item, amount: amountOf(item) }));
  const stacks = estimates.map(({ idle, prices, region, stack, unpriced, usage }) => ({
    stack,
    region,
    prices: { date: prices.date, region: prices.region },
    ...workload.get(stack),
    idle: totalOf(idle),
    withContacts: totalOf(idle) + totalOf(usage),
    items: { idle: withAmounts(idle), usage: withAmounts(usage) },
    unpriced,
  }));
  return {
    currency: "USD",
    idle: stacks.reduce((sum, { idle }) => sum + idle, 0),
    withContacts: stacks.reduce((sum, { withContacts }) => sum + withContacts, 0),
    stacks,
  };
}
