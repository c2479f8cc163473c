import { join } from "node:path";
import { verifyExample } from "./verify-example";

verifyExample({ name: "with alerts", file: join(__dirname, "alerts.yaml") });
