import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

verifyExample(example("single-sign-on"));
verifyModules(example("single-sign-on"), ["hcl"]);
verifyUpgrade("single-sign-on");
