import { example } from "../../workbench/testing/examples";
import { verifyUpgrade } from "./upgrade/verify-upgrade";
import { verifyExample } from "./verify-example";

verifyExample(example("adopt-everything"));
verifyUpgrade("adopt-everything");
