import { z } from "zod";

const name = z.string().min(1).max(1024);
const UNIT =
  /^(Seconds|Microseconds|Milliseconds|(Kilo|Mega|Giga|Tera)?(bytes|bits)(\/Second)?|Bytes|Bits|Bytes\/Second|Bits\/Second|Percent|Count|Count\/Second|None)$/i;

/**
 * The JSON schema of the embedded metric format, and the rule that the root has a target member for each
 * dimension and metric.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
const documentSchema = z
  .looseObject({
    _aws: z.looseObject({
      Timestamp: z.int(),
      CloudWatchMetrics: z.array(
        z.strictObject({
          Namespace: name,
          Dimensions: z.array(z.array(z.string().min(1).max(250)).min(1).max(30)).min(1),
          Metrics: z
            .array(
              z.strictObject({
                Name: name,
                Unit: z.string().regex(UNIT).optional(),
                StorageResolution: z.literal([1, 60]).optional(),
              }),
            )
            .max(100),
        }),
      ),
    }),
  })
  .superRefine((document, context) => {
    for (const { Dimensions, Metrics } of document._aws.CloudWatchMetrics) {
      for (const dimension of Dimensions.flat()) {
        if (isDimensionValue(document[dimension])) continue;
        context.addIssue({ code: "custom", message: `${dimension} has no value as a dimension` });
      }
      for (const { Name } of Metrics) {
        if (isMetricValue(document[Name])) continue;
        context.addIssue({ code: "custom", message: `${Name} has no value as a metric` });
      }
    }
  });

/** A value that CloudWatch extracts from a line. */
export interface Datapoint {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/**
 * Values in lines of a log, as CloudWatch Logs extracts them. Lines without `_aws` have none.
 * @throws {z.ZodError} if a line does not conform to the format.
 */
export function datapointsIn(lines: readonly string[]): Datapoint[] {
  return lines.filter((line) => line.includes('"_aws"')).flatMap(datapointsOf);
}

function datapointsOf(line: string): Datapoint[] {
  const document = documentSchema.parse(JSON.parse(line));
  return document._aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics, Namespace }) =>
    Dimensions.flatMap((dimensions) =>
      Metrics.flatMap(({ Name }) =>
        [document[Name] as number | number[]].flat().map((value) => ({
          namespace: Namespace,
          metricName: Name,
          dimensions: Object.fromEntries(dimensions.map((key) => [key, String(document[key])])),
          at: document._aws.Timestamp,
          value,
        })),
      ),
    ),
  );
}

function isDimensionValue(value: unknown): boolean {
  return typeof value === "string" && value.length >= 1 && value.length <= 1024;
}

function isMetricValue(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === "number" && Number.isFinite(one));
}
