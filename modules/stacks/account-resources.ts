import type { Construct } from "constructs";
import { arnOf } from "../../aws/arns";
import type { Account, Configuration, ContactCenter } from "../../config/configuration";
import { findAccountKey } from "../account-baseline/find-account-key";
import type { ConnectInstanceReference } from "../identity-center/instance-lookup";
import type { AccountProviderProps } from "../shared/aws-provider";

/** ARN of the key of an account in the configuration. */
export function accountKeyArn(scope: Construct, { adoptedKeyArn, names }: Account): string {
  return findAccountKey(scope, { keyAlias: names.keyAlias, adoptedKeyArn });
}

/** ARN of the alarm topic of an account; it follows from account, Region and name. */
export function alarmTopicArn(account: Account): string {
  return arnOf("sns", account.names.alarmTopic, account);
}

/** Provider of an account in the configuration. */
export function accountProviderProps(
  { name, tags }: Pick<Configuration, "name" | "tags">,
  { externalId, id, region, roleArn }: Account,
): AccountProviderProps {
  return { accountId: id, region, tags, roleArn, externalId, sessionName: name };
}

/** The Connect instance of a contact center: adopted by its id, created with its alias. */
export function instanceReference({
  instance,
}: Pick<ContactCenter, "instance">): ConnectInstanceReference {
  return instance.kind === "adopted"
    ? { instanceId: instance.id }
    : { instanceAlias: instance.alias };
}
