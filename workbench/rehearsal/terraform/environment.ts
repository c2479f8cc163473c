import { existsSync, mkdirSync } from "node:fs";
import { cacheFolder } from "../../../modules/shared/project-folder";
import { RARE_GARBAGE_COLLECTION } from "../../testing/go-programs";

/** No credentials of the user; providers are installed once for all stacks. */
export function terraformEnvironment(): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: cli, ...rest } = process.env;
  const kept = Object.entries(rest).filter(([name]) => !name.startsWith("AWS_"));
  const plugins = cacheFolder("rehearsal-plugins");
  mkdirSync(plugins, { recursive: true });
  return {
    ...RARE_GARBAGE_COLLECTION,
    ...Object.fromEntries(kept),
    ...(cli !== undefined && existsSync(cli) && { TF_CLI_CONFIG_FILE: cli }),
    TF_PLUGIN_CACHE_DIR: plugins,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
