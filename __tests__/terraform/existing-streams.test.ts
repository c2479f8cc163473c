import { example } from "../../workbench/testing/examples";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

verifyExample(example("existing-streams"));
verifyModules(example("existing-streams"));
