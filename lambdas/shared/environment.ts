import { SettingsError } from "./settings-error";

/** @throws {SettingsError} if the variable is missing or empty. */
export function readVariable(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (!value) throw new SettingsError(`The environment variable ${name} is missing.`);
  return value;
}
