import { stringify } from "yaml";
import { parseConfiguration } from "../../config/load";
import { ConfigurationError } from "../../config/problems";
import type { Configuration } from "../../config/configuration";

/** A file as a user writes it, before anything is checked: every value can be anything. */
export interface LooseFile {
  [key: string]: unknown;
  accounts: Record<string, Record<string, unknown>>;
  domains: Record<string, unknown>[];
  contactCenters: Record<string, unknown>[];
}

/** A right file in one account; tests change one thing in it. */
export function baseFile(): LooseFile {
  return {
    accounts: { main: { id: "111122223333", region: "eu-central-1" } },
    domains: [{ create: { size: "small" } }],
    contactCenters: [
      {
        alias: "support",
        timeZone: "Europe/Berlin",
        instance: { id: "aaaaaaaa-bbbb-cccc-dddd-111111111111" },
      },
    ],
  };
}

/** A second contact center that goes with the base file. */
export function secondContactCenter(): Record<string, unknown> {
  return {
    alias: "sales",
    timeZone: "Europe/Berlin",
    instance: { id: "bbbbbbbb-bbbb-cccc-dddd-222222222222" },
  };
}

/** The domain of the base file, inside a VPC. */
export function vpcDomain(subnets: number): Record<string, unknown> {
  const subnetIds = Array.from({ length: subnets }, (_, index) => `subnet-0${index}`);
  return { create: { size: "small", vpc: { subnetIds, securityGroupIds: ["sg-01"] } } };
}

export type Change = (file: LooseFile) => void;

export function configurationWith(change: Change = () => undefined): Configuration {
  const file = baseFile();
  change(file);
  return parseConfiguration(stringify(file), "switchboard.yaml");
}

/** What is said about the file, a line for each error. */
export function errorsWith(change: Change): string[] {
  return errorsIn(() => configurationWith(change));
}

export function errorsIn(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split("\n").slice(1);
  }
}

/** The first contact center of a file. */
export function center(file: LooseFile): Record<string, unknown> {
  const [first] = file.contactCenters;
  if (!first) throw new Error("The file has no contact center.");
  return first;
}
