const { execFileSync } = require("node:child_process");

// Bindings of the opensearch provider, which are generated, not kept.
execFileSync(process.execPath, ["--import", "tsx", "scripts/bindings.ts"], { cwd: __dirname });

/**
 * One jest project a room of tests, so that each can be run alone:
 *   npx jest --selectProjects unit
 */
const shared = {
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022" } }] },
  modulePathIgnorePatterns: [
    "<rootDir>/cdktf.out",
    "<rootDir>/hcl.out",
    "<rootDir>/modules.out",
    "<rootDir>/.cache",
    "<rootDir>/dist",
  ],
};

/** One real node for all tests of the project (Java and Maven; see workbench/opensearch/engines.ts). */
const openSearch = (displayName, engine) => ({
  ...shared,
  displayName,
  globals: { SWITCHBOARD_OPENSEARCH: engine },
  setupFiles: ["<rootDir>/__tests__/opensearch/set-up/choose-engine.ts"],
  testMatch: ["<rootDir>/__tests__/opensearch/**/*.test.ts"],
  globalSetup: `<rootDir>/__tests__/opensearch/set-up/start-${engine}.ts`,
  globalTeardown: `<rootDir>/__tests__/opensearch/set-up/stop-${engine}.ts`,
});

module.exports = {
  // Real engines (Terraform, OpenSearch) take their time; a hang still ends.
  testTimeout: 120_000,
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: [
        "<rootDir>/__tests__/(opensearch|terraform|emulator|browser|package|rehearsal)/",
      ],
    },
    {
      ...shared,
      // Real Terraform and the real AWS provider; one file an example, so that two run at a time.
      displayName: "terraform",
      testMatch: ["<rootDir>/__tests__/terraform/**/*.test.ts"],
    },
    {
      ...shared,
      // The npm package, packed and installed into an empty folder.
      displayName: "package",
      testMatch: ["<rootDir>/__tests__/package/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/package/global-setup.ts",
      globalTeardown: "<rootDir>/__tests__/package/global-teardown.ts",
    },
    // Every test on both engines: the one of domains that name none, and the newest that is tested.
    openSearch("opensearch", "2.19"),
    openSearch("opensearch-3.5", "3.5"),
    {
      ...shared,
      // The whole preview in a real browser (Chromium; see workbench/preview/).
      displayName: "browser",
      testMatch: ["<rootDir>/__tests__/browser/**/*.test.ts"],
    },
    {
      ...shared,
      // Terraform and a local AWS (Python 3; see docs/single-sign-on.md).
      displayName: "emulator",
      testMatch: ["<rootDir>/__tests__/emulator/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/emulator/global-setup.ts",
    },
    {
      ...shared,
      // An example applied, fed and destroyed (Terraform, Python 3, Java, Maven; see docs/rehearsal.md).
      displayName: "rehearsal",
      testMatch: ["<rootDir>/__tests__/rehearsal/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/rehearsal/global-setup.ts",
    },
  ],
};
