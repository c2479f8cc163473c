import { startSharedNode } from "./shared-node";

// Jest calls a set-up once, however many projects name it: each engine has a file.
module.exports = (): Promise<void> => startSharedNode("2.19");
