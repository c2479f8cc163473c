import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

verifyExample(example("adopt-everything"));
verifyModules(example("adopt-everything"));
verifyUpgrade("adopt-everything");
