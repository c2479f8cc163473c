import type { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import { findAccountKey } from "../account-baseline/find-account-key";
import { alarmTopicArn } from "../account-baseline/alarm-topic";
import { DomainAlarms } from "../alarms/domain-alarms";
import { AnalyticsDomain } from "../opensearch-domain/analytics-domain";
import { domainNotes } from "../opensearch-domain/notes";
import { DashboardsSignIn } from "../dashboards-sign-in/dashboards-sign-in";
import { peopleUrl } from "../shared/domain-endpoint";
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
    this.note(...signIn.notes);
    if (configuration.alarms !== false) {
      new DomainAlarms(this, "alarms", {
        domainName: domain.domainName,
        accountId: domain.account.id,
        storageGibibytes: created.facts.storage.gibibytes,
        storageLowPercent: configuration.alarms.storageLowPercent,
        topicArn: alarmTopicArn(domain.account),
      });
    }
    this.note(...domainNotes(domain, created));
    this.output("domain_arn", analytics.domain.arn, "ARN of the OpenSearch domain.");
    this.output(
      "domain_endpoint",
      analytics.domain.endpoint,
      "Host name of the domain; write it into the configuration as the domain's endpoint.",
    );
    this.#addAddresses(props, domain.endpoint ?? analytics.domain.endpoint);
    this.output(
      "content_role_arn",
      domain.contentRoleArn,
      "Role that deploys the content; the domain's master.",
    );
  }

  /** Where people go, and what their DNS and their identity provider need for it. */
  #addAddresses({ created, domain }: AnalyticsDomainStackProps, generatedHost: string): void {
    const url = peopleUrl(domain, `https://${generatedHost}`);
    this.output("dashboards_url", `${url}/_dashboards`, "Where people open OpenSearch Dashboards.");
    if (domain.customEndpoint !== undefined) {
      this.output(
        "custom_endpoint_record",
        `${domain.customEndpoint}. CNAME ${generatedHost}.`,
        "DNS record of the custom endpoint, to be made before people sign in.",
      );
    }
    if (created.signIn?.type !== "saml") return;
    this.output(
      "dashboards_saml_acs_url",
      `${url}/_dashboards/_opendistro/_security/saml/acs`,
      "Enter as ACS URL of the application for Dashboards.",
    );
    this.output("dashboards_saml_audience", url, "Enter as SAML audience of that application.");
  }
}
