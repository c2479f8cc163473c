import type { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import type { AnalyticsDomainProps } from "../opensearch-domain/analytics-domain";
import { warning, type Note } from "../shared/notes";
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

  /** Missing users or a missing sign-in. */
  public get notes(): readonly Note[] {
    const { created, domain } = this.#props;
    const { signIn } = created;
    if (signIn?.type === "cognito" && signIn.viewers.length + signIn.editors.length === 0) {
      return [
        warning(
          `Dashboards of ${domain.domainName} has no users: name them in create.signIn.viewers or create.signIn.editors.`,
        ),
      ];
    }
    if (signIn) return [];
    return [
      warning(
        `Dashboards of ${domain.domainName} has no sign-in: the domain's master user is an IAM role. ` +
          "Set create.signIn to type saml or cognito, or to type none for programs only (docs/single-sign-on.md).",
      ),
    ];
  }
}
