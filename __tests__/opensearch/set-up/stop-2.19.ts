import { stopSharedNode } from "./shared-node";

module.exports = (): Promise<void> => stopSharedNode("2.19");
