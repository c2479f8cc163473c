import type { ContactCenter } from "../../config/configuration";
import { CONNECT_REGIONS } from "../../aws/regions";

/** What a contact center needs of its Region and its network, and no plan can see. */
export function contactCenterNotes(center: ContactCenter): string[] {
  return [...regionNotes(center), ...networkNotes(center)];
}

function regionNotes({ account, alias }: ContactCenter): string[] {
  if (CONNECT_REGIONS.includes(account.region)) return [];
  return [
    `Switchboard knows no Amazon Connect in ${account.region}, the Region of ${alias}. Check that AWS offers it there ` +
      `(https://docs.aws.amazon.com/connect/latest/adminguide/regions.html) and that ${account.region} is spelled right; known are ${CONNECT_REGIONS.join(", ")}.`,
  ];
}

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_VpcConfiguration.html */
function networkNotes({ account, alias, domain, vpc }: ContactCenter): string[] {
  if (!vpc) return [];
  if (domain.account.id !== account.id) {
    return [
      `The domain ${domain.domainName} of ${alias} is in another account, and in a VPC. AWS documents Firehose across accounts for public ` +
        "domains only: peer the two VPCs (or join them by a transit gateway), route both ways, let HTTPS (443) of these security groups " +
        "into the domain's, and see a document arrive before you rely on it; see docs/proofs.md.",
    ];
  }
  const ofDomain = domain.source.kind === "created" ? domain.source.vpc : undefined;
  const shared = vpc.securityGroupIds.filter((group) => ofDomain?.securityGroupIds.includes(group));
  return [
    shared.length > 0
      ? `Firehose and the functions of ${alias} share security groups with the domain (${shared.join(", ")}): each must let itself in on 443 (HTTPS), which no security group does by itself.`
      : `The security groups of the domain ${domain.domainName} must let ${vpc.securityGroupIds.join(", ")} of ${alias} in on 443 (HTTPS).`,
  ];
}
