import type { ContactCenter } from "../../config/configuration";
import { CONNECT_REGIONS } from "../../aws/regions";
import { info, warning, type Note } from "../shared/notes";

/** Needs of a contact center of its Region and its network, which no plan shows. */
export function contactCenterNotes(center: ContactCenter): Note[] {
  return [...regionNotes(center), ...networkNotes(center)];
}

function regionNotes({ account, alias }: ContactCenter): Note[] {
  if (CONNECT_REGIONS.includes(account.region)) return [];
  return [
    warning(
      `Switchboard knows no Amazon Connect in ${account.region}, the Region of ${alias}. Check that AWS offers it there ` +
        `(https://docs.aws.amazon.com/connect/latest/adminguide/regions.html) and the spelling of ${account.region}; known are ${CONNECT_REGIONS.join(", ")}.`,
    ),
  ];
}

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_VpcConfiguration.html */
function networkNotes({ account, alias, domain, vpc }: ContactCenter): Note[] {
  if (!vpc) return [];
  if (domain.account.id !== account.id) {
    return [
      info(
        `The domain ${domain.domainName} of ${alias} is in another account, and in a VPC. AWS documents Firehose across accounts for public ` +
          "domains only: peer the two VPCs (or connect them by a transit gateway), route both ways, allow HTTPS (443) from these security groups " +
          "in the domain's, and check that a document arrives before you rely on it (docs/proofs.md).",
      ),
    ];
  }
  const ofDomain = domain.source.kind === "created" ? domain.source.vpc : undefined;
  const shared = vpc.securityGroupIds.filter((group) => ofDomain?.securityGroupIds.includes(group));
  return [
    info(
      shared.length > 0
        ? `Firehose and the functions of ${alias} share security groups with the domain (${shared.join(", ")}): each must allow HTTPS (443) from itself, which no security group does by default.`
        : `The security groups of the domain ${domain.domainName} must allow HTTPS (443) from ${vpc.securityGroupIds.join(", ")} of ${alias}.`,
    ),
  ];
}
