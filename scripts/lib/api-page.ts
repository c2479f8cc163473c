import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const PROJECT = join(__dirname, "..", "..");

/** Constructs that the page begins with. */
const HEADLINE = [
  "AccountKey",
  "ContactRecords",
  "AgentEvents",
  "QueueDepth",
  "AnalyticsDomain",
  "AnalyticsContent",
  "ConnectSignOn",
] as const;

const INTRODUCTION = `# API

Generated from the declarations of the package by \`npm run docs:api\`. An export that is not on this page may change in any version.
[\`config/examples/app\`](../config/examples/app) is an app that uses the package.`;

interface Entry {
  /** As an app imports it, such as \`switchboard/config\`. */
  readonly specifier: string;
  readonly file: string;
}

interface PackageFile {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Text of docs/api.md: one page, with a line of use that follows the required props of each construct. */
export function apiPage(): string {
  const entries = entryPoints();
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    compilerOptions(),
  );
  const pages = entries.map((entry) => new EntryPage(program, entry));
  const own = pages.slice(1).flatMap((page) => page.names);
  const [main, ...others] = pages;
  if (!main) throw new Error("package.json has no entry points.");
  return [
    INTRODUCTION,
    main.uses(),
    main.section(own),
    ...others.map((page) => page.section([])),
    "",
  ].join("\n\n");
}

/** TypeScript entry points of package.json's `exports`. */
function entryPoints(): Entry[] {
  const { exports, name } = JSON.parse(
    readFileSync(join(PROJECT, "package.json"), "utf8"),
  ) as PackageFile;
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === "string"
      ? []
      : [
          {
            specifier: join(name, path),
            file: join(PROJECT, target.types.replace("/dist/", "/").replace(/\.d\.ts$/, ".ts")),
          },
        ],
  );
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(PROJECT, "tsconfig.json"), (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, PROJECT).options;
}

/** The exports of one entry point. */
class EntryPage {
  readonly #checker: ts.TypeChecker;
  readonly #entry: Entry;
  readonly #exports: readonly ts.Symbol[];

  constructor(program: ts.Program, entry: Entry) {
    this.#entry = entry;
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(entry.file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${entry.file} is no module with exports.`);
    this.#exports = this.#checker
      .getExportsOfModule(module)
      .map((symbol) =>
        symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol,
      )
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  get names(): readonly string[] {
    return this.#exports.map(({ name }) => name);
  }

  /** One line of use for each headline construct. */
  uses(): string {
    const lines = HEADLINE.flatMap((name) => {
      const found = this.#exports.find((symbol) => symbol.name === name);
      return found ? [this.#use(found)] : [];
    });
    return ["```ts", ...lines, "```"].join("\n");
  }

  /** @param elsewhere - names of another section */
  section(elsewhere: readonly string[]): string {
    const shown = this.#exports.filter(({ name }) => !elsewhere.includes(name));
    const classes = shown.filter(({ flags }) => flags & ts.SymbolFlags.Class);
    const nested = classes.map(({ name }) => `${name}Props`);
    const interfaces = shown.filter(
      ({ flags, name }) => flags & ts.SymbolFlags.Interface && !nested.includes(name),
    );
    const isShort = ({ flags }: ts.Symbol): boolean =>
      !(flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface));
    const short = shown.filter(isShort);
    return [
      `## \`${this.#entry.specifier}\``,
      ...classes.map((symbol) => this.#class(symbol)),
      ...interfaces.map((symbol) => this.#interface(symbol)),
      ...(short.length > 0
        ? [
            `### Functions, types and constants`,
            table(
              ["name", "declaration", "effect"],
              short.map((symbol) => this.#row(symbol)),
            ),
          ]
        : []),
    ].join("\n\n");
  }

  #use(symbol: ts.Symbol): string {
    const { name } = symbol;
    const required = this.#props(symbol).filter(({ flags }) => !(flags & ts.SymbolFlags.Optional));
    const id = name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
    return `new ${name}(scope, "${id}", { ${required.map((property) => property.name).join(", ")} });`;
  }

  #class(symbol: ts.Symbol): string {
    const props = this.#props(symbol);
    const members = this.#properties(symbol).filter(
      (member) => !this.#isOfExportedBase(symbol, member),
    );
    return [
      `### ${symbol.name}`,
      ...this.#description(symbol),
      ...(props.length > 0 ? [this.#members("prop", props)] : []),
      ...(members.length > 0 ? [this.#members("attribute", members)] : []),
    ].join("\n\n");
  }

  #interface(symbol: ts.Symbol): string {
    return [
      `### ${symbol.name}`,
      ...this.#description(symbol),
      this.#members("prop", this.#properties(symbol)),
    ].join("\n\n");
  }

  #members(kind: string, members: readonly ts.Symbol[]): string {
    return table(
      [kind, "type", "effect", "default"],
      members.map((member) => [
        code(member.flags & ts.SymbolFlags.Optional ? `${member.name}?` : member.name),
        code(this.#type(member)),
        this.#text(member),
        this.#default(member),
      ]),
    );
  }

  #row(symbol: ts.Symbol): string[] {
    return [code(symbol.name), code(this.#type(symbol)), this.#text(symbol)];
  }

  /** Members of the constructor's third parameter: (scope, id, props). */
  #props(symbol: ts.Symbol): readonly ts.Symbol[] {
    const declaration = symbol.declarations?.find(ts.isClassDeclaration);
    const parameter = declaration?.members.find(ts.isConstructorDeclaration)?.parameters[2];
    return parameter ? this.#publicMembers(this.#checker.getTypeAtLocation(parameter)) : [];
  }

  /** The section of an exported base class has its members once. */
  #isOfExportedBase(symbol: ts.Symbol, { declarations: [declaration] = [] }: ts.Symbol): boolean {
    const parent = declaration?.parent;
    return (
      parent !== undefined &&
      ts.isClassDeclaration(parent) &&
      parent.name?.text !== symbol.name &&
      this.names.includes(parent.name?.text ?? "")
    );
  }

  #properties(symbol: ts.Symbol): readonly ts.Symbol[] {
    return this.#publicMembers(this.#checker.getDeclaredTypeOfSymbol(symbol));
  }

  /** Public members that this project declares, inherited ones included. */
  #publicMembers(type: ts.Type): readonly ts.Symbol[] {
    return this.#checker.getPropertiesOfType(type).filter((member) => {
      const [declaration] = member.declarations ?? [];
      if (!declaration || isForeign(declaration)) return false;
      const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
      const name = ts.getNameOfDeclaration(declaration);
      return (
        !(ts.getCombinedModifierFlags(declaration) & hidden) &&
        !(name && ts.isPrivateIdentifier(name))
      );
    });
  }

  /** As declared, or as the compiler infers it. */
  #type(symbol: ts.Symbol): string {
    const [declaration] = symbol.declarations ?? [];
    if (!declaration) return "";
    const declared =
      (ts.isPropertySignature(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isGetAccessorDeclaration(declaration) ||
        ts.isTypeAliasDeclaration(declaration)) &&
      declaration.type?.getText();
    const text =
      declared ||
      this.#checker.typeToString(
        this.#checker.getTypeOfSymbolAtLocation(symbol, declaration),
        declaration,
        ts.TypeFormatFlags.NoTruncation,
      );
    const line = text.replace(/\s+/g, " ").replace(/^\| /, "").replaceAll(`${PROJECT}/`, "");
    return line.length > LONGEST_TYPE ? `${line.slice(0, LONGEST_TYPE)}…` : line;
  }

  #description(symbol: ts.Symbol): readonly string[] {
    const text = this.#text(symbol);
    return text ? [text] : [];
  }

  #text(symbol: ts.Symbol): string {
    return oneLine(ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)));
  }

  #default(symbol: ts.Symbol): string {
    const tag = symbol.getJsDocTags(this.#checker).find(({ name }) => name === "default");
    return oneLine(ts.displayPartsToString(tag?.text));
  }
}

/** A longer type is better read in the declarations. */
const LONGEST_TYPE = 160;

function isForeign(declaration: ts.Declaration): boolean {
  const path = relative(PROJECT, declaration.getSourceFile().fileName);
  return path.startsWith("..") || path.split("/").includes("node_modules");
}

function oneLine(text: string): string {
  return text
    .replace(/\{@link\s+([^}|\s]+)[^}]*\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim();
}

function code(text: string): string {
  return text ? `\`${text}\`` : "";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
