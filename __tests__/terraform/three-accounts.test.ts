import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

verifyExample(example("three-accounts"));
verifyModules(example("three-accounts"), ["hcl", "json"]);
verifyUpgrade("three-accounts");
