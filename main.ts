import { join } from "node:path";
import type { App } from "cdktf";
import type { Configuration } from "./config/configuration";
import { accountsInUse, createdDomains } from "./config/in-use";
import { loadConfigurationOrExit } from "./config/load";
import { switchboardApp, withoutStackTraces } from "./modules/shared/app";
import { writeLockFile } from "./modules/shared/lock-file";
import { AccountStack } from "./modules/stacks/account-stack";
import { AnalyticsContentStack } from "./modules/stacks/analytics-content-stack";
import { AnalyticsDomainStack } from "./modules/stacks/analytics-domain-stack";
import { ConnectAccessStack, needsConnectAccess } from "./modules/stacks/connect-access-stack";
import { ContactCenterStack } from "./modules/stacks/contact-center-stack";
import { inOrder } from "./modules/stacks/in-order";
import { SingleSignOnStack } from "./modules/stacks/single-sign-on-stack";
import { stackIds } from "./modules/stacks/stack-ids";
import type { SwitchboardStack } from "./modules/stacks/switchboard-stack";

/** Every stack of a configuration, in the order in which they are first applied. */
export function compose(app: App, configuration: Configuration): SwitchboardStack[] {
  const accounts = accountsInUse(configuration).map(
    (account) => new AccountStack(app, stackIds.account(account), { configuration, account }),
  );
  const domains = createdDomains(configuration).map(
    ({ domain, created }) =>
      new AnalyticsDomainStack(app, stackIds.analyticsDomain(domain), {
        configuration,
        domain,
        created,
      }),
  );
  const contents = configuration.domains.map(
    (domain) =>
      new AnalyticsContentStack(app, stackIds.analyticsContent(domain), { configuration, domain }),
  );
  const contactCenters = configuration.contactCenters.map(
    (center) =>
      new ContactCenterStack(app, stackIds.contactCenter(center), { configuration, center }),
  );
  const access = configuration.contactCenters
    .filter(needsConnectAccess)
    .map(
      (center) =>
        new ConnectAccessStack(app, stackIds.connectAccess(center), { configuration, center }),
    );
  const { singleSignOn } = configuration;
  const signOn = singleSignOn
    ? [new SingleSignOnStack(app, stackIds.singleSignOn(), { configuration, singleSignOn })]
    : [];
  return inOrder(accounts, domains, contents, contactCenters, access, signOn);
}

/**
 * Writes every stack of a configuration.
 * @param outdir Default: as the cdktf command line says, or cdktf.out.
 */
export function writeStacks(configuration: Configuration, outdir?: string): SwitchboardStack[] {
  return withoutStackTraces(() => {
    const app = switchboardApp(outdir);
    const stacks = compose(app, configuration);
    app.synth();
    for (const { node } of stacks) {
      writeLockFile(join(app.outdir, "stacks", node.id), configuration.providers);
    }
    return stacks;
  });
}

if (require.main === module) writeStacks(loadConfigurationOrExit());
