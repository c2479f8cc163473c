import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyExample } from "./verify-example";

verifyExample(example("one-account"));
verifyUpgrade("one-account");
