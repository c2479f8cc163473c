import type { PriceList } from "../../aws/prices";
import { DAYS_PER_MONTH } from "../../aws/prices";
import { BYTES_IN_A_GIGABYTE, charge, type CostItem } from "./cost-item";
import type { StreamAttributes } from "./resource-costs";
import type { StreamVolume } from "./workload";

const PUT_UNIT_BYTES = 25 * 1024;
/** Firehose charges a record for each 5 KB that it begins. */
const FIREHOSE_STEP_BYTES = 5 * 1024;
const HOURS_PER_DAY = 24;

/** Charges for the records of a Kinesis data stream. */
export function streamUsage(
  stream: StreamAttributes,
  { recordBytes, records }: StreamVolume,
  { kinesis }: PriceList,
): readonly CostItem[] {
  const service = "Amazon Kinesis Data Streams";
  const gigabytes = (records * recordBytes) / BYTES_IN_A_GIGABYTE;
  if (stream.shard_count === undefined) {
    const extraDays = Math.max(0, stream.retention_period / HOURS_PER_DAY - 1);
    return [
      charge(service, "data in", gigabytes, "GB", kinesis.onDemandGigabyteIn),
      charge(service, "data out", gigabytes, "GB", kinesis.onDemandGigabyteOut),
      charge(
        service,
        "on-demand retention above 24 hours",
        (gigabytes * extraDays) / DAYS_PER_MONTH,
        "GB-months",
        kinesis.onDemandExtendedRetentionGigabyte,
      ),
    ];
  }
  const units = records * Math.ceil(recordBytes / PUT_UNIT_BYTES);
  return [charge(service, "PUT payload units", units / 1e6, "million", kinesis.millionPutUnits)];
}

/** Charges for the records of a delivery stream. @param zones availability zones in a VPC, or 0 */
export function deliveryUsage(
  { recordBytes, records }: StreamVolume,
  zones: number,
  { firehose }: PriceList,
): readonly CostItem[] {
  const service = "Amazon Data Firehose";
  const charged = Math.ceil(recordBytes / FIREHOSE_STEP_BYTES) * FIREHOSE_STEP_BYTES;
  const gigabytes = (records * charged) / BYTES_IN_A_GIGABYTE;
  return [
    charge(service, "records, in steps of 5 KB", gigabytes, "GB", firehose.gigabyte),
    charge(
      service,
      "data into a VPC",
      zones > 0 ? (records * recordBytes) / BYTES_IN_A_GIGABYTE : 0,
      "GB",
      firehose.vpcGigabyte,
    ),
  ];
}
