import { App } from "cdktf";
import type { Configuration } from "./config/configuration";
import { loadConfigurationOrExit } from "./config/load";
import { AccountStack } from "./modules/stacks/account-stack";
import { accountsInUse } from "./modules/stacks/accounts-in-use";
import { AnalyticsDomainStack } from "./modules/stacks/analytics-domain-stack";
import { ContactCenterStack } from "./modules/stacks/contact-center-stack";
import { stackIds } from "./modules/stacks/stack-ids";
import type { SwitchboardStack } from "./modules/stacks/switchboard-stack";

/** Every stack of a configuration, in the order in which they are first applied. */
export function compose(app: App, configuration: Configuration): SwitchboardStack[] {
  const stacks: SwitchboardStack[] = [];
  /** Adds a stack; it depends on all that were added before, up to the last checkpoint. */
  const homeRegion = (name: string) =>
    configuration.accounts.find((account) => account.name === name)?.region ?? "";

  for (const account of accountsInUse(configuration)) {
    if (account.adoptedKeyArn !== undefined && configuration.alarms === false) continue;
    const id = stackIds.account(account, homeRegion(account.name));
    stacks.push(new AccountStack(app, id, { configuration, account }));
  }
  for (const domain of configuration.domains) {
    if (domain.source.kind !== "created") continue;
    const id = stackIds.analyticsDomain(domain);
    stacks.push(
      new AnalyticsDomainStack(app, id, { configuration, domain, created: domain.source }),
    );
  }
  for (const center of configuration.contactCenters) {
    stacks.push(
      new ContactCenterStack(app, stackIds.contactCenter(center), { configuration, center }),
    );
  }
  return stacks;
}

if (require.main === module) {
  const app = new App({ stackTraces: false, skipValidation: true });
  compose(app, loadConfigurationOrExit());
  app.synth();
}
