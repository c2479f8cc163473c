import {
  type Directory,
  fillDirectory,
} from "../../../workbench/rehearsal/identity-center/directory";
import type { Emulator } from "./emulator";

/** The organization as its administrators have made it, with the groups and users of its directory. */
export async function makeOrganization(
  emulator: Emulator,
  groups: readonly string[],
  users: readonly string[],
): Promise<Directory> {
  await emulator.json("organizations", "AWSOrganizationsV20161128.CreateOrganization", {
    FeatureSet: "ALL",
  });
  return await fillDirectory(emulator, { groups, users });
}
