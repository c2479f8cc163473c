import type { Problem } from "../problems";
import { partitionOf } from "../../aws/partitions";
import { RESERVED_ROLE_PATHS, policyOf } from "../../aws/roles";
import type { AccountFile, PartiallyValidConfiguration } from "./partially-valid-configuration";

/** What an account asks of every role in it: a boundary that can be used there, and a free path. */
export function* roleProblems({ accounts }: PartiallyValidConfiguration): Generator<Problem> {
  for (const [name, account] of accounts) {
    yield* boundaryProblems(`accounts.${name}.permissionsBoundaryArn`, account);
    yield* pathProblems(`accounts.${name}.rolePath`, account);
  }
}

function* boundaryProblems(path: string, account: AccountFile): Generator<Problem> {
  if (account.permissionsBoundaryArn === undefined) return;
  const policy = policyOf(account.permissionsBoundaryArn);
  const partition = partitionOf(account.region);
  if (policy.account !== "aws" && policy.account !== account.id) {
    yield {
      path,
      message: `the policy is in account ${policy.account}, and a boundary has to be in the role's own; use one in account ${account.id}, or one that AWS manages (arn:${partition}:iam::aws:policy/…)`,
    };
  }
  if (policy.partition !== partition) {
    yield {
      path,
      message: `the policy is in the partition ${policy.partition}, the Region ${account.region} in ${partition}; use an ARN that begins with arn:${partition}:`,
    };
  }
}

function* pathProblems(path: string, { rolePath = "/" }: AccountFile): Generator<Problem> {
  if (!RESERVED_ROLE_PATHS.some((reserved) => rolePath.startsWith(reserved))) return;
  yield {
    path,
    message: `AWS keeps ${RESERVED_ROLE_PATHS.join(" and ")} for roles that it makes itself; use a path of your own`,
  };
}
