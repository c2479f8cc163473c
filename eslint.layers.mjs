import boundaries from "eslint-plugin-boundaries";
import { createNodeResolver, importX } from "eslint-plugin-import-x";

/**
 * The layers of the project, from the ground up. A file imports from its own layer or from one below;
 * `__tests__` imports from all.
 */
export const LAYERS = [
  ["aws"],
  ["fields"],
  ["config"],
  ["dashboards"],
  ["report"],
  ["lambdas"],
  ["modules"],
  ["cli", "entry"],
  ["workbench", "scripts", "bin"],
  ["__tests__"],
];

const FOLDERS = LAYERS.flat().filter((name) => name !== "entry");
const EXTENSIONS = [".ts", ".tsx"];

/** Folders are elements; the files of the project's root that are programs or the public API, a category. */
const selector = (name) =>
  name === "entry" ? { file: { categories: name } } : { element: { types: name } };

/** One policy a layer: it does not import from a layer above it. */
const policies = LAYERS.slice(0, -1).map((layer, index) => {
  const above = LAYERS.slice(index + 1).flat();
  return {
    from: layer.map(selector),
    disallow: above.map((name) => ({ to: selector(name) })),
    message: `A file of ${layer.join(", ")} imports from its own layer or from one below it, not from ${above.join(", ")} (CONTRIBUTING.md, "Layers").`,
  };
});

export const layers = {
  files: ["**/*.ts", "**/*.tsx"],
  plugins: { boundaries, "import-x": importX },
  settings: {
    "boundaries/elements": FOLDERS.map((type) => ({ type, partialMatch: false, pattern: type })),
    "boundaries/files": [{ category: "entry", pattern: ["main.ts", "index.ts"] }],
    "import/resolver": { node: { extensions: EXTENSIONS } },
    "import-x/extensions": EXTENSIONS,
    "import-x/parsers": { "@typescript-eslint/parser": EXTENSIONS },
    "import-x/resolver-next": [createNodeResolver({ extensions: EXTENSIONS })],
  },
  rules: {
    "boundaries/dependencies": ["error", { default: "allow", policies }],
    "import-x/no-cycle": "error",
  },
};
