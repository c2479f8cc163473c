import eslint from "@eslint/js";
import tseslint from "typescript-eslint";
import { layers } from "./eslint.layers.mjs";

export default tseslint.config(
  {
    ignores: [
      "config/examples/app/",
      "node_modules/",
      "cdktf.out/",
      "hcl.out/",
      "modules.out/",
      ".gen/",
      ".cache/",
      "dist/",
      "coverage/",
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["*.mjs", "*.js"] } },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@cdktf/provider-aws",
              message:
                "Import the one resource (@cdktf/provider-aws/lib/…): the package root costs seconds at every synthesis.",
            },
          ],
          patterns: [
            {
              group: ["cdktf/lib/*"],
              message: "Only the public API of cdktf, so that the project also runs on its fork.",
            },
          ],
        },
      ],
      // Named exports only: a name is the same wherever it is used.
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Use a named export." },
        // Private at run time, too. A constructor cannot be.
        {
          selector:
            ":matches(PropertyDefinition, TSParameterProperty, MethodDefinition[kind!='constructor'])[accessibility='private']",
          message: "Use a private member (#name).",
        },
      ],
    },
  },
  layers,
  {
    // Programs a person runs speak to that person.
    files: [
      "bin/**",
      "cli/**",
      "scripts/**",
      "workbench/bench/**",
      "workbench/preview/**",
      "workbench/opensearch/**",
      "main.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    ...tseslint.configs.disableTypeChecked,
    rules: { ...tseslint.configs.disableTypeChecked.rules, "no-restricted-syntax": "off" },
  },
  {
    // CommonJS, because that is how jest reads its configuration.
    files: ["jest.config.js"],
    languageOptions: {
      globals: {
        __dirname: "readonly",
        module: "writable",
        process: "readonly",
        require: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
