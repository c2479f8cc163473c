/** A change that a plan has. */
export interface Change {
  readonly address: string;
  readonly actions: readonly string[];
  /** Whether the resource comes into the state by an `import` block. */
  readonly isImported: boolean;
}

/**
 * A line of `terraform plan -json`.
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
interface PlanMessage {
  readonly type: string;
  readonly change?: {
    readonly resource: { readonly addr: string };
    readonly action: string;
    readonly importing?: object;
  };
  readonly outputs?: Readonly<Record<string, { readonly action: string }>>;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
  };
}

const REPLACE = ["delete", "create"];
/** Actions that change neither AWS nor an output. */
const NO_CHANGE: ReadonlySet<string> = new Set(["noop", "read", "import", "move"]);

/** Changes of the resources and outputs, and imports. */
export function changesIn(output: string): readonly Change[] {
  return messagesOf(output).flatMap(({ change, outputs = {}, type }) => {
    if (type === "planned_change" && change) {
      const { action, importing, resource } = change;
      return changeOf(resource.addr, action, importing !== undefined);
    }
    return Object.entries(outputs).flatMap(([name, { action }]) =>
      changeOf(`output.${name}`, action, false),
    );
  });
}

/** The errors of a plan that failed, as `terraform plan` prints them. */
export function errorsIn(output: string): string {
  return messagesOf(output)
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []))
    .map(({ address, detail, summary }) =>
      [`Error: ${summary}`, ...(address ? [`  with ${address},`] : []), detail].join("\n"),
    )
    .join("\n");
}

function changeOf(address: string, action: string, isImported: boolean): readonly Change[] {
  if (NO_CHANGE.has(action)) return isImported ? [{ address, actions: [], isImported }] : [];
  return [{ address, actions: action === "replace" ? REPLACE : [action], isImported }];
}

function messagesOf(output: string): readonly PlanMessage[] {
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as PlanMessage);
}
