import type { Construct } from "constructs";
import type { ContentFunctionSettings, Domain } from "../../config/configuration";
import { ENGINE_PREFIX } from "../../aws/engine-versions";
import { writerRoleArns } from "../../config/in-use";
import { isDelivering } from "../../config/retirement";
import { AnalyticsContent } from "../opensearch-content/analytics-content";
import { ContentFunction } from "../content-function/content-function";
import { filesNote, functionNotes } from "../content-function/notes";
import { contentDashboards } from "../opensearch-content/content/content";
import type { ContentProps } from "../opensearch-content/content/props";
import { desiredContent } from "../opensearch-content/desired-content";
import { accessNotes } from "../opensearch-domain/access-note";
import { contentNotes } from "../opensearch-content/notes";
import { DeployedNames } from "../shared/deployed-names";
import { dashboardUrl, domainUrl, endpointNotes, userUrl } from "../shared/domain-endpoint";
import { accountKeyArn } from "./account-resources";
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
    const content = contentProps(domain, contactCenters);
    this.#deploy(domain, content, url);
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
  #deploy(domain: Domain, content: ContentProps, url: string): void {
    if (domain.contentFunction) this.#invokeFunction(domain, domain.contentFunction, content, url);
    else if (domain.content === "terraform") this.#useProvider(domain, content, url);
    else this.note(filesNote(domain.domainName));
  }

  #useProvider(domain: Domain, content: ContentProps, url: string): void {
    const { account, contentRoleArn, engineVersion } = domain;
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
  }

  #invokeFunction(
    domain: Domain,
    { existingIndices, vpc }: ContentFunctionSettings,
    content: ContentProps,
    url: string,
  ): void {
    const { account, contentRoleArn, domainName, names } = domain;
    const { invocation } = new ContentFunction(this, "content-function", {
      place: account,
      names: {
        functionName: names.contentFunction,
        functionRoleName: names.contentFunctionRole,
        bucketName: names.contentBucket,
      },
      domainName,
      domainUrl: url,
      content: desiredContent(content, names.contentState),
      existingIndices,
      contentRoleArn,
      keyArn: accountKeyArn(this, account),
      ...(vpc && { vpc }),
    });
    this.output(
      "content",
      invocation.result,
      "Numbers of objects that the last apply created, updated, left unchanged and removed.",
    );
    this.note(...functionNotes(domain));
  }
}
