import { join } from "node:path";
import { verifyModules } from "./modules/verify-modules";
import { verifyExample } from "./verify-example";

const EXAMPLE = {
  name: "with content by function",
  file: join(__dirname, "content-function.yaml"),
};

verifyExample(EXAMPLE);
verifyModules(EXAMPLE);
