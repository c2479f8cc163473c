import { App, LocalBackend, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { report } from "./report";

/** The floor: CDKTF with one stack, one provider and no resource. */
const app = new App({ stackTraces: false, skipValidation: true });
const stack = new TerraformStack(app, "empty");
new LocalBackend(stack, { path: "terraform.tfstate" });
new AwsProvider(stack, "aws", { region: "eu-central-1" });
app.synth();
report();
