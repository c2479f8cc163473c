import { join } from "node:path";
import { verifyExample } from "./verify-example";

verifyExample({ name: "with reports", file: join(__dirname, "report.yaml") });
