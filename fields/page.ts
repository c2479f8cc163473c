import { agentActivityTable } from "./agent-activity";
import { EVENT_KINDS } from "./index";
import { initiationMethodTable } from "./initiation-methods";
import { fieldTable } from "./table";

const HEAD = `# Fields

Every field that is indexed, generated from \`fields/\` by \`npm run docs:fields\`. The index
mappings, the index patterns of the dashboards and the TypeScript types come from the same
declaration. What else a record holds is kept in the document but cannot be searched.
`;

/** docs/fields.md */
export function fieldsPage(): string {
  const chapters = [initiationMethodTable(), agentActivityTable()];
  return [HEAD, ...EVENT_KINDS.map(fieldTable), ...chapters].join("\n");
}
