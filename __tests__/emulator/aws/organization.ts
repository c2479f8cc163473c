import {
  type Directory,
  makeOrganization as makeFor,
} from "../../../workbench/rehearsal/identity-center/directory";
import type { Emulator } from "./emulator";

/** The organization as its administrators have made it, with the groups and users of its directory. */
export async function makeOrganization(
  emulator: Emulator,
  groups: readonly string[],
  users: readonly string[],
): Promise<Directory> {
  return await makeFor(emulator, { groups, users });
}
