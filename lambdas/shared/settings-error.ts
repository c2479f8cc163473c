/** The function was deployed with an incomplete or wrong environment. */
export class SettingsError extends Error {
  constructor(problem: string) {
    super(`${problem} Deploy the stack of the contact center again.`);
    this.name = "SettingsError";
  }
}
