import type { z } from "zod";
import { accountSchema } from "../schema/accounts";
import { contactCenterSchema } from "../schema/contact-centers";
import { domainSchema } from "../schema/domains";
import { configurationSchema } from "../schema";
import { singleSignOnSchema } from "../schema/single-sign-on";
import { valueAt } from "../problems";

export type AccountFile = z.infer<typeof accountSchema>;
export type ContactCenterFile = z.infer<typeof contactCenterSchema>;
export type SingleSignOnFile = z.infer<typeof singleSignOnSchema>;
export type DomainFile = z.infer<typeof domainSchema>;

/** A part of the file with the path that problems are reported under. */
export interface Part<T> {
  readonly path: string;
  readonly value: T;
}

/**
 * The parts of the file that are valid on their own. Rules between parts read these, so that an error in
 * one part does not hide errors between the others.
 */
export interface PartiallyValidConfiguration {
  readonly file: unknown;
  readonly name: string;
  /** Every key of accounts, its account valid or not. */
  readonly accountNames: readonly string[];
  readonly accounts: ReadonlyMap<string, AccountFile>;
  readonly contactCenters: readonly Part<ContactCenterFile>[];
  /** All contact centers are valid: a reference to one can be checked. */
  readonly contactCentersAreValid: boolean;
  readonly domains: readonly Part<DomainFile>[];
  /** All domains are valid: a reference to one can be checked. */
  readonly domainsAreValid: boolean;
  readonly singleSignOn?: SingleSignOnFile;
}

export function partiallyValid(file: unknown): PartiallyValidConfiguration {
  const accounts = valueAt(file, ["accounts"]);
  const accountNames = isBlock(accounts) ? Object.keys(accounts) : [];
  const name = configurationSchema.shape.name.safeParse(valueAt(file, ["name"]));
  const contactCenters = listAt(file, "contactCenters", contactCenterSchema);
  const domains = listAt(file, "domains", domainSchema);
  const singleSignOn = singleSignOnSchema.safeParse(valueAt(file, ["singleSignOn"]));
  return {
    file,
    // An invalid name is reported by the schema; rules on names derived from it use the default.
    name: name.success ? name.data : configurationSchema.shape.name.parse(undefined),
    accountNames,
    accounts: new Map(
      accountNames.flatMap((key) => {
        const parsed = accountSchema.safeParse(valueAt(file, ["accounts", key]));
        return parsed.success ? [[key, parsed.data] as const] : [];
      }),
    ),
    contactCenters,
    contactCentersAreValid:
      contactCenters.length > 0 && contactCenters.length === lengthAt(file, "contactCenters"),
    domains,
    domainsAreValid: domains.length > 0 && domains.length === lengthAt(file, "domains"),
    ...(singleSignOn.success && { singleSignOn: singleSignOn.data }),
  };
}

function listAt<S extends z.ZodType>(file: unknown, key: string, schema: S): Part<z.infer<S>>[] {
  const list = valueAt(file, [key]);
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [{ path: `${key}[${index}]`, value: parsed.data }] : [];
  });
}

function lengthAt(file: unknown, key: string): number {
  const list = valueAt(file, [key]);
  return Array.isArray(list) ? list.length : 0;
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
