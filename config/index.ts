/** `switchboard/config`: the configuration file, read, checked and resolved, without any construct. */
export type {
  Account,
  Alert,
  AlertHours,
  AlertSettings,
  Configuration,
  ContactCenter,
  CreatedDomain,
  Domain,
  Instance,
  SingleSignOn,
} from "./configuration";
export { configurationJsonSchema } from "./json-schema";
export { CONFIGURATION_VARIABLE, loadConfiguration, parseConfiguration } from "./load";
export { ConfigurationError, type Problem } from "./problems";
