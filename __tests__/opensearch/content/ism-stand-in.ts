import type { OpenSearchClient } from "../../../workbench/opensearch/client";
import type { State } from "../../../modules/opensearch-content/content/lifecycle";

/** One step of an action. The plugin runs one step in each run of its job. */
interface Step {
  readonly name: string;
  run(client: OpenSearchClient, index: string): Promise<unknown>;
}

/**
 * The steps of each action as the plugin takes them, which is not on Maven Central; the first three as they
 * were seen on the plugin itself (index-management 2.19.1.0).
 * @see https://github.com/opensearch-project/index-management/tree/2.19/src/main/kotlin/org/opensearch/indexmanagement/indexstatemanagement/step
 */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  force_merge: [
    { name: "attempt_set_read_only", run: setWriteBlock(true) },
    {
      name: "attempt_call_force_merge",
      run: (client, index) => client.post(`${index}/_forcemerge?max_num_segments=1`),
    },
    { name: "wait_for_force_merge", run: () => Promise.resolve() },
  ],
  read_write: [{ name: "set_read_write", run: setWriteBlock(false) }],
  delete: [{ name: "attempt_delete", run: (client, index) => client.delete(index) }],
};

function setWriteBlock(blocked: boolean): Step["run"] {
  return (client, index) =>
    client.put(`${index}/_settings`, { index: { blocks: { write: blocked } } });
}

/** Takes the index through the actions of a state, in their order, and pauses after each step with its name. */
export async function* enterState(
  client: OpenSearchClient,
  index: string,
  { actions }: State,
): AsyncGenerator<string, void> {
  for (const action of actions) {
    const name = Object.keys(action).find((key) => key !== "retry") ?? "";
    const steps = STEPS[name];
    if (!steps) throw new Error(`The stand-in for index state management does not know ${name}.`);
    for (const step of steps) {
      await step.run(client, index);
      yield step.name;
    }
  }
}

/** Takes the index through all steps that are left. */
export async function finish(steps: AsyncGenerator<string, void>): Promise<void> {
  while (!(await steps.next()).done);
}
