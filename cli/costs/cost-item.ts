/** Unit of the charges for data. */
export const BYTES_IN_A_GIGABYTE = 1024 ** 3;

/** One line of a bill: a quantity at a price. */
export interface CostItem {
  readonly service: string;
  /** Charged item, such as `shards`. */
  readonly item: string;
  /** Quantity in a month. */
  readonly quantity: number;
  readonly unit: string;
  /** US dollars for one unit. */
  readonly price: number;
}

export function charge(
  service: string,
  item: string,
  quantity: number,
  unit: string,
  price: number,
): CostItem {
  return { service, item, quantity, unit, price };
}

/** US dollars in a month. */
export function amountOf({ price, quantity }: CostItem): number {
  return price * quantity;
}

export function totalOf(items: readonly CostItem[]): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/** Items of the same kind as one; items that cost nothing are left out. */
export function merged(items: readonly CostItem[]): readonly CostItem[] {
  const byKind = new Map<string, CostItem>();
  for (const item of items) {
    if (item.quantity === 0) continue;
    const key = JSON.stringify([item.service, item.item, item.unit, item.price]);
    const before = byKind.get(key)?.quantity ?? 0;
    byKind.set(key, { ...item, quantity: before + item.quantity });
  }
  return [...byKind.values()];
}
