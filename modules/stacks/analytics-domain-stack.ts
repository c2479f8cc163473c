import type { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import { findAccountKey } from "../account/find-account-key";
import { alarmTopicArn } from "../account/alarm-topic";
import { DomainAlarms } from "../alarms/domain-alarms";
import { AnalyticsDomain } from "../analytics-domain/analytics-domain";
import { DashboardsSignIn } from "../dashboards-sign-in/dashboards-sign-in";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface AnalyticsDomainStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly domain: Domain;
  readonly created: CreatedDomain;
}

/** The OpenSearch domain of one Region: nodes, access, logs, alarms. */
export class AnalyticsDomainStack extends SwitchboardStack {
  constructor(scope: Construct, id: string, props: AnalyticsDomainStackProps) {
    super(scope, id, { ...props, account: props.domain.account });
    const { configuration, created, domain } = props;
    const signIn = new DashboardsSignIn(this, "dashboards", { domain, created });
    const analytics = new AnalyticsDomain(this, "analytics", {
      domain,
      created,
      contactCenters: configuration.contactCenters.filter((center) => center.domain === domain),
      keyArn: findAccountKey(this, domain.account),
      ...signIn.forDomain,
    });
    signIn.addAfter(analytics.domain);
    signIn.notes.forEach((note) => this.note(note));
    if (configuration.alarms !== false) {
      new DomainAlarms(this, "alarms", {
        domain,
        created,
        limits: configuration.alarms,
        topicArn: alarmTopicArn(domain.account),
      });
    }
    this.#warn(props);
    this.output("domain_arn", analytics.domain.arn, "ARN of the OpenSearch domain.");
    this.output(
      "domain_endpoint",
      analytics.domain.endpoint,
      "Host name of the domain; write it into the configuration as the domain's endpoint.",
    );
    this.output(
      "dashboards_url",
      `https://${domain.endpoint ?? analytics.domain.endpoint}/_dashboards`,
      "Where people open OpenSearch Dashboards.",
    );
    this.output(
      "content_role_arn",
      domain.contentRoleArn,
      "Role that deploys the content; the domain's master.",
    );
  }

  #warn({ domain }: AnalyticsDomainStackProps): void {
    if (!domain.insideVpc) return;
    this.note(
      `The domain ${domain.domainName} is inside a VPC: its content, and every plan of the content's stack, needs a runner ` +
        "inside that VPC. AWS also needs the service-linked role once in the account: " +
        "aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com",
    );
  }
}
