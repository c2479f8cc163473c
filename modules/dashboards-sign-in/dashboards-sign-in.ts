import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import { domainArn } from "../../aws/arns";
import type { Place } from "../../aws/place";
import type { AnalyticsDomainProps } from "../opensearch-domain/analytics-domain";
import { warning, type Note } from "../shared/notes";
import { DashboardsCognito } from "./dashboards-cognito";
import { DashboardsCognitoRoles } from "./dashboards-cognito-roles";
import { DashboardsSaml } from "./dashboards-saml";
import type { CognitoNames, SignInOptions } from "./sign-in-options";
import { unsignedRequests } from "./unsigned-requests";

export interface DashboardsSignInProps {
  /** Name of the domain in AWS. */
  readonly domainName: string;
  /** Account and Region of the domain. */
  readonly place: Place;
  /**
   * Sign-in of users.
   * @default none, with a warning at synthesis
   */
  readonly signIn?: SignInOptions;
  /** Names of the resources of a sign-in through Cognito. */
  readonly names: CognitoNames;
}

/** Sign-in to Dashboards: the arguments of the domain for it, and the resources that depend on the domain. */
export class DashboardsSignIn extends Construct {
  /** The sign-in through Cognito; undefined where the sign-in is another. */
  public readonly cognito?: DashboardsCognito;
  readonly #props: DashboardsSignInProps;

  constructor(scope: Construct, id: string, props: DashboardsSignInProps) {
    super(scope, id);
    this.#props = props;
    const { signIn } = props;
    if (signIn?.type === "cognito") {
      this.cognito = new DashboardsCognito(this, "cognito", { ...props, signIn });
    }
  }

  /** Props of the domain. */
  public get domainProps(): Pick<
    AnalyticsDomainProps,
    "cognitoOptions" | "prerequisites" | "signInStatements"
  > {
    const { domainName, place, signIn } = this.#props;
    const arn = domainArn(domainName, place);
    return {
      ...(signIn?.type === "saml" && { signInStatements: [unsignedRequests(arn)] }),
      ...(this.cognito && {
        cognitoOptions: this.cognito.options,
        prerequisites: this.cognito.prerequisites,
      }),
    };
  }

  /** Adds the resources that depend on the domain. */
  public addAfter(domain: OpensearchDomain): void {
    const { place, signIn } = this.#props;
    if (signIn?.type === "saml") new DashboardsSaml(this, "saml", { domain, signIn });
    if (!this.cognito) return;
    new DashboardsCognitoRoles(this, "roles", {
      cognito: this.cognito,
      domain,
      region: place.region,
    });
  }

  /** Missing users or a missing sign-in. */
  public get notes(): readonly Note[] {
    const { domainName, signIn } = this.#props;
    if (signIn?.type === "cognito" && signIn.viewers.length + signIn.editors.length === 0) {
      return [
        warning(
          `Dashboards of ${domainName} has no users: name them in create.signIn.viewers or create.signIn.editors.`,
        ),
      ];
    }
    if (signIn) return [];
    return [
      warning(
        `Dashboards of ${domainName} has no sign-in: the domain's master user is an IAM role. ` +
          "Set create.signIn to type saml or cognito, or to type none for programs only (docs/single-sign-on.md).",
      ),
    ];
  }
}
