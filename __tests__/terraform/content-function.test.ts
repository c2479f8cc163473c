import { join } from "node:path";
import { verifyExample } from "./verify-example";

verifyExample({
  name: "with content by function",
  file: join(__dirname, "content-function.yaml"),
});
