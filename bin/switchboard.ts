#!/usr/bin/env node
import { COMMANDS } from "../cli/commands";
import { startProgram } from "../cli/start";
import { preview } from "../workbench/preview/command";

/** The commands of the product, and the preview, which is above them. */
startProgram(process.argv.slice(2), [...COMMANDS, preview]);
