import { join } from "node:path";
import { verifyExample } from "./verify-example";

verifyExample({ name: "with reconciliation", file: join(__dirname, "reconciliation.yaml") });
