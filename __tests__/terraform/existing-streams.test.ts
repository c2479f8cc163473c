import { example } from "../helpers/examples";
import { verifyExample } from "./verify-example";

verifyExample(example("existing-streams"));
