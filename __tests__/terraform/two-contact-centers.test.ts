import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

verifyExample(example("two-contact-centers"));
verifyModules(example("two-contact-centers"));
verifyUpgrade("two-contact-centers");
