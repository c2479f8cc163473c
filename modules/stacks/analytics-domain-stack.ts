import type { Construct } from "constructs";
import type { CreatedDomain, Domain } from "../../config/configuration";
import { storageTiers, writerRoleArns } from "../../config/in-use";
import { DomainAlarms } from "../alarms/domain-alarms";
import { AnalyticsDomain } from "../opensearch-domain/analytics-domain";
import { domainNotes } from "../opensearch-domain/notes";
import { DashboardsSignIn } from "../dashboards-sign-in/dashboards-sign-in";
import { userUrl } from "../shared/domain-endpoint";
import { accountKeyArn, alarmTopicArn } from "./account-resources";
import { unnamedEngineNotes } from "./engine-notes";
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
    const { account, domainName } = domain;
    const keyArn = accountKeyArn(this, account);
    const signIn = new DashboardsSignIn(this, "dashboards", {
      domainName,
      place: account,
      signIn: created.signIn,
      names: domain.names,
    });
    const analytics = this.#addDomain(props, keyArn, signIn);
    signIn.addAfter(analytics.domain);
    this.note(...signIn.notes);
    if (configuration.alarms !== false) {
      new DomainAlarms(this, "alarms", {
        domainName,
        accountId: account.id,
        storageGibibytes: created.facts.storage.gibibytes,
        storageLowPercent: configuration.alarms.storageLowPercent,
        topicArn: alarmTopicArn(account),
      });
    }
    this.note(
      ...unnamedEngineNotes(domain),
      ...domainNotes({
        size: created.facts,
        domainName,
        place: account,
        customEndpoint: domain.customEndpoint,
        insideVpc: domain.insideVpc,
        contentByProvider: domain.content === "terraform",
        usesExistingLogPolicy: created.logResourcePolicy === "existing",
      }),
    );
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

  #addDomain(
    { configuration, created, domain }: AnalyticsDomainStackProps,
    keyArn: string,
    signIn: DashboardsSignIn,
  ): AnalyticsDomain {
    const served = configuration.contactCenters.filter((center) => center.domain === domain);
    return new AnalyticsDomain(this, "analytics", {
      domainName: domain.domainName,
      place: domain.account,
      engineVersion: domain.engineVersion,
      size: created.facts,
      tiers: storageTiers(served),
      keyArn,
      contentRoleArn: domain.contentRoleArn,
      createContentRole: created.makesContentRole,
      writerRoleArns: writerRoleArns(served),
      offPeakStartHour: created.offPeakStartHour,
      vpc: created.vpc,
      customEndpoint: created.customEndpoint,
      createLogResourcePolicy: created.logResourcePolicy === "create",
      ...signIn.domainProps,
    });
  }

  /** Addresses for users, and the values that DNS and the identity provider need. */
  #addAddresses({ created, domain }: AnalyticsDomainStackProps, generatedHost: string): void {
    const url = userUrl(domain, `https://${generatedHost}`);
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
