import { serviceModelsIn } from "../../../workbench/rehearsal/emulator/python-environment";
import { refused } from "../../../workbench/rehearsal/identity-center/answer";
import { IdentityCenterGaps } from "../../../workbench/rehearsal/identity-center/identity-center-gaps";
import { FREE_TEXT } from "../../../workbench/rehearsal/identity-center/free-text";
import {
  installMoto,
  type Moto,
  startMoto,
} from "../../../workbench/rehearsal/identity-center/moto";
import { Connect } from "./connect";
import { SamlProviderTags } from "./saml-provider-tags";
import { ServiceModel } from "../../../workbench/testing/service-model";
import { StandIn } from "./stand-in";

/** moto's account of callers without an assumed role. */
export const MANAGEMENT_ACCOUNT = "123456789012";

/** For what applies: provisioning is waited for, and several tests share the machine. */
export const PATIENCE_MILLISECONDS = 240_000;

/**
 * A directory from Active Directory knows no operation that leads from a name to an id.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/31624
 */
const WITHOUT_LOOK_UP = Object.fromEntries(
  ["GetGroupId", "GetUserId"].map((name) => [
    `AWSIdentityStore.${name}`,
    () => refused("UnknownOperationException", "UnknownError"),
  ]),
);

/**
 * AWS on this machine: moto, and in front of it the stand-in for what moto lacks. Holds permission
 * sets, directory, assignments, organization and IAM for as long as it runs.
 */
export class Emulator {
  readonly #moto: Moto;

  private constructor(
    readonly url: string,
    readonly identityCenter: IdentityCenterGaps,
    readonly connect: Connect,
    readonly standIn: StandIn,
    moto: Moto,
  ) {
    this.#moto = moto;
  }

  /** @param directory - Where Identity Center has its groups and people from. */
  public static async start(
    directory: "its own" | "Active Directory" = "its own",
  ): Promise<Emulator> {
    const moto = await startMoto();
    const gaps = new IdentityCenterGaps(MANAGEMENT_ACCOUNT);
    const connect = new Connect();
    const samlTags = new SamlProviderTags();
    const data = await serviceModelsIn(await installMoto());
    const ssoAdmin = new ServiceModel(data, "sso-admin", FREE_TEXT.sso);
    const standIn = new StandIn({
      emulatorPort: moto.port,
      connect,
      amend: (request, answer) => samlTags.amend(request, answer),
      models: [ssoAdmin, new ServiceModel(data, "identitystore", FREE_TEXT.identitystore)],
      observe: (target, request, answer) => gaps.observe(target, request, answer),
      operations: {
        ...(directory === "Active Directory" && WITHOUT_LOOK_UP),
        ...Object.fromEntries(
          Object.entries(gaps.operations).map(([name, operation]) => [
            `${ssoAdmin.target}.${name}`,
            operation,
          ]),
        ),
      },
    });
    return new Emulator(await standIn.start(), gaps, connect, standIn, moto);
  }

  public async stop(): Promise<void> {
    await this.standIn.stop();
    await this.#moto.stop();
  }

  /** What makes Terraform and its AWS provider talk to the emulator. */
  public get environment(): NodeJS.ProcessEnv {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "example",
      AWS_EC2_METADATA_DISABLED: "true",
      // An operation without an answer fails soon instead of being tried 25 times.
      AWS_MAX_ATTEMPTS: "3",
    };
  }

  /** A new account of the organization. */
  public async createMemberAccount(name: string): Promise<string> {
    const { CreateAccountStatus } = await this.json<{
      readonly CreateAccountStatus: { readonly AccountId: string };
    }>("organizations", "AWSOrganizationsV20161128.CreateAccount", {
      AccountName: name,
      Email: `${name}@example.com`,
    });
    return CreateAccountStatus.AccountId;
  }

  /** A call in AWS's JSON protocol, as an administrator's command line would make it. */
  public async json<T>(service: string, target: string, input: object = {}): Promise<T> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": target,
        // Tells the emulator account, Region and service; it does not check the signature itself.
        authorization: `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${target}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
