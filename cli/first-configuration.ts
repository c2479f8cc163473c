import { ENGINE_PREFIX, NEW_DOMAIN_ENGINE } from "../aws/engine-versions";

export interface FirstConfigurationProps {
  /** AWS account id. */
  readonly account: string;
  readonly region: string;
  /** Id of the Connect instance. */
  readonly instance: string;
  readonly timeZone: string;
  /** Path of the JSON Schema, from the file. @default none: the editor does not check the file */
  readonly schema?: string;
}

/**
 * A configuration for one account, with comments. Optional keys are commented out with `#~`, so that a
 * test can check them as well.
 */
export function firstConfiguration(props: FirstConfigurationProps): string {
  const { account, instance, region, schema, timeZone } = props;
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    "# Configuration of Switchboard. Every key: docs/configuration.md of the package.",
    "# To use an optional key, remove its `#~`. Check the file with `switchboard validate`.",
    "",
    "# The AWS accounts, each under a name of your own. Account ids in quotes: they may begin with 0.",
    "accounts:",
    "  main:",
    `    id: ${JSON.stringify(account)}`,
    `    region: ${region}`,
    "    # Role that Terraform assumes in the account. Absent: your own credentials.",
    "    #~ role: switchboard-deploy",
    "",
    "# The OpenSearch domain that holds the statistics.",
    "domains:",
    "  - create:",
    "      # small for a pilot; compact or larger for production. `switchboard cost` has the price.",
    "      size: small",
    "      # A newer version upgrades the domain in place. AWS cannot undo an upgrade.",
    `      engineVersion: ${ENGINE_PREFIX}${NEW_DOMAIN_ENGINE}`,
    "",
    "contactCenters:",
    "  # Part of the names of streams, indices and dashboards. A later change makes new ones.",
    "  - alias: support",
    "    # Expected agents: the capacity of the streams and the estimated bill follow from them.",
    "    #~ agents: 100",
    "    # Days and hours of the dashboard are in this time zone.",
    `    timeZone: ${timeZone}`,
    "    instance:",
    "      # The end of the instance's ARN (Amazon Connect console: Account overview).",
    `      id: ${instance}`,
    "    # All records, for a lost domain, unmasked. A later change replaces the delivery streams.",
    "    archive:",
    "      masked: false",
    "",
    "# Recipients of alarms by e-mail: data are late or lost. AWS sends each address a request to confirm.",
    "#~ alarms:",
    "#~   emails: [operations@example.com]",
    "",
    "# Where Terraform keeps its state. Absent: files in this folder, which is enough for a first try.",
    "#~ backend:",
    "#~   type: s3",
    "#~   bucket: example-terraform-state",
    `#~   region: ${region}`,
    "",
  ].join("\n");
}
