import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { CredentialProvider } from "../shared/domain-signer";

/** The minimum of STS. The signer requests new credentials before they expire. */
const SESSION_SECONDS = 900;
const SESSION_NAME = "switchboard-content";

/** Credentials of the role that may administer the domain. */
export function assumeContentRole(roleArn: string): CredentialProvider {
  const sts = new STSClient();
  return async () => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: SESSION_NAME,
        DurationSeconds: SESSION_SECONDS,
      }),
    );
    const { AccessKeyId, Expiration, SecretAccessKey, SessionToken } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
      throw new Error(`STS returned no credentials of ${roleArn}.`);
    }
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  };
}
