import type { PriceList } from "../../aws/prices";
import { BYTES_IN_A_GIGABYTE, charge, type CostItem } from "./cost-item";

const MEBIBYTES_IN_A_GIBIBYTE = 1024;

export interface FunctionUsage {
  /** Invocations in a month. */
  readonly invocations: number;
  /** Duration of an invocation. */
  readonly seconds: number;
  /** Memory of the function in MiB. */
  readonly memory: number;
  /** Bytes that an invocation logs. */
  readonly logBytes: number;
}

/** Charges for the invocations of a function on arm64. */
export function functionCosts(
  { invocations, logBytes, memory, seconds }: FunctionUsage,
  { cloudWatch, lambda }: PriceList,
): readonly CostItem[] {
  const gigabyteSeconds = (invocations * seconds * memory) / MEBIBYTES_IN_A_GIBIBYTE;
  const logGigabytes = (invocations * logBytes) / BYTES_IN_A_GIGABYTE;
  return [
    charge("AWS Lambda", "requests", invocations / 1e6, "million", lambda.millionRequests),
    charge("AWS Lambda", "duration", gigabyteSeconds, "GB-seconds", lambda.armGigabyteSecond),
    charge("Amazon CloudWatch", "logs", logGigabytes, "GB", cloudWatch.logGigabyte),
  ];
}
