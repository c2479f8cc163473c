import { example } from "../../workbench/testing/examples";
import { verifyExample } from "./verify-example";

verifyExample(example("active-directory"));
