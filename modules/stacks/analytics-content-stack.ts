import type { Construct } from "constructs";
import type { Domain } from "../../config/configuration";
import { ENGINE_PREFIX } from "../../aws/engine-versions";
import { writerRoleArns } from "../../config/in-use";
import { isDelivering } from "../../config/retirement";
import { AnalyticsContent } from "../opensearch-content/analytics-content";
import { contentDashboards } from "../opensearch-content/content/content";
import { accessNotes } from "../opensearch-domain/access-note";
import { contentNotes } from "../opensearch-content/notes";
import { DeployedNames } from "../shared/deployed-names";
import { dashboardUrl, domainUrl, endpointNotes, userUrl } from "../shared/domain-endpoint";
import { contentProps } from "./content-props";
import { engineNotes, unnamedEngineNotes } from "./engine-notes";
import type { SwitchboardStackProps } from "./switchboard-stack";
import { SwitchboardStack } from "./switchboard-stack";

export interface AnalyticsContentStackProps extends Omit<SwitchboardStackProps, "account"> {
  readonly domain: Domain;
}

/** The content of a domain: templates, pipelines, policies, roles and dashboards. */
export class AnalyticsContentStack extends SwitchboardStack {
  constructor(scope: Construct, id: string, props: AnalyticsContentStackProps) {
    super(scope, id, { ...props, account: props.domain.account });
    const { configuration, domain } = props;
    const { contactCenters } = configuration;
    const url = domainUrl(this, domain);
    const { account, contentRoleArn, engineVersion } = domain;
    const content = contentProps(domain, contactCenters);
    new AnalyticsContent(this, "content", {
      ...content,
      url,
      region: account.region,
      engineVersion: engineVersion.slice(ENGINE_PREFIX.length),
      contentRoleArn,
      // The account's external id is for the account's own role.
      ...(account.externalId &&
        account.roleArn === contentRoleArn && { externalId: account.externalId }),
    });
    const served = contactCenters.filter((center) => center.domain === domain);
    const namesOf = (centers: typeof served): string[] => centers.map(({ names }) => names.tenant);
    new DeployedNames(this, "contact-centers", {
      inUse: namesOf(served.filter(isDelivering)),
      retired: namesOf(served.filter((center) => !isDelivering(center))),
    });
    for (const { contactCenter, dashboards } of contentDashboards(content)) {
      const of = (contactCenter?.alias ?? "all_contact_centers").replaceAll("-", "_");
      const title = contactCenter?.title ?? "all contact centers";
      const view = (id: string): string => dashboardUrl(userUrl(domain, url), id);
      this.output(`dashboard_${of}`, view(dashboards.summary.id), `The dashboard of ${title}.`);
      if (dashboards.wall) {
        this.output(
          `wall_${of}`,
          `${view(dashboards.wall.id)}?embed=true`,
          `The wall of ${title}, for a screen in the room.`,
        );
      }
    }
    if (domain.source.kind === "adopted") {
      this.note(
        ...unnamedEngineNotes(domain),
        ...accessNotes({
          domainName: domain.domainName,
          domainArn: domain.arn,
          contentRoleArn: domain.contentRoleArn,
          writerRoleArns: writerRoleArns(served),
        }),
      );
    }
    this.note(...engineNotes(domain));
    this.note(...endpointNotes(domain));
    this.note(...contentNotes(domain.domainName, content));
  }
}
