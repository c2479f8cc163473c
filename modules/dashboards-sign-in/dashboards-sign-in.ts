import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import type { AnalyticsDomainProps } from "../opensearch-domain/analytics-domain";
import { DashboardsCognito } from "./dashboards-cognito";
import { DashboardsCognitoRoles } from "./dashboards-cognito-roles";
import { DashboardsSaml } from "./dashboards-saml";
import { unsignedRequests } from "./unsigned-requests";

export interface DashboardsSignInProps {
  readonly domain: Domain;
  readonly created: CreatedDomain;
}

/** How people sign in to Dashboards: what goes into the domain, and what comes after it. */
export class DashboardsSignIn extends Construct {
  readonly #props: DashboardsSignInProps;
  readonly #cognito?: DashboardsCognito;

  constructor(scope: Construct, id: string, props: DashboardsSignInProps) {
    super(scope, id);
    this.#props = props;
    const { domain } = props;
    const { signIn } = props.created;
    if (signIn?.type === "cognito") {
      this.#cognito = new DashboardsCognito(this, "cognito", { domain, signIn });
    }
  }

  /** What the domain itself has to be told. */
  public get forDomain(): Pick<
    AnalyticsDomainProps,
    "cognitoOptions" | "prerequisites" | "signInStatements"
  > {
    const { created, domain } = this.#props;
    return {
      ...(created.signIn?.type === "saml" && { signInStatements: [unsignedRequests(domain)] }),
      ...(this.#cognito && {
        cognitoOptions: this.#cognito.options,
        prerequisites: this.#cognito.prerequisites,
      }),
    };
  }

  public addAfter(domain: OpensearchDomain): void {
    const { signIn } = this.#props.created;
    if (signIn?.type === "saml") new DashboardsSaml(this, "saml", { domain, signIn });
    if (!this.#cognito) return;
    new DashboardsCognitoRoles(this, "roles", {
      cognito: this.#cognito,
      domain,
      region: this.#props.domain.account.region,
    });
  }

  public get notes(): readonly string[] {
    const { created, domain } = this.#props;
    const { signIn } = created;
    if (signIn?.type === "cognito" && signIn.viewers.length + signIn.editors.length === 0) {
      return [
        `Nobody is invited to Dashboards of ${domain.domainName}: name people in create.signIn.viewers or editors.`,
      ];
    }
    if (signIn) return [];
    return [
      `Nobody can sign in to Dashboards of ${domain.domainName}: its master is an IAM role, and no sign-in is named. ` +
        "Set create.signIn to type saml or cognito, or to type none if only programs are to reach the domain; see docs/single-sign-on.md.",
    ];
  }
}
