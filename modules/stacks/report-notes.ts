import type { ContactCenter } from "../../config/configuration";
import { info, type Note } from "../shared/notes";

/** Steps that the report of a contact center needs outside of Terraform. */
export function reportNotes({ account, alias, report, vpc }: ContactCenter): readonly Note[] {
  const service = report?.email ? "SES" : "SNS";
  return [
    ...(report?.email
      ? [
          info(
            `Reports of ${alias} are sent from ${report.email.from}: verify it or its domain in Amazon SES in ${account.region}, ` +
              "and request production access for recipients that are not verified (docs/report.md).",
          ),
        ]
      : []),
    ...(vpc
      ? [
          info(
            `The report function of ${alias} runs in your VPC: its subnets need a route to S3 and ${service} (docs/report.md).`,
          ),
        ]
      : []),
  ];
}
