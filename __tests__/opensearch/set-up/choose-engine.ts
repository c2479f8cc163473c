import { ENGINE_VARIABLE, type EngineVersion } from "../../../workbench/opensearch/engines";

declare global {
  /** Engine version of the Jest project; see jest.config.js. */
  var SWITCHBOARD_OPENSEARCH: EngineVersion;
}

// Nodes that a test starts are of the project's engine as well.
process.env[ENGINE_VARIABLE] = SWITCHBOARD_OPENSEARCH;
