import type { BadFile } from "./bad-file";

const KEY_ADVICE =
  "use letters, digits and _.:/=+-@, not starting with aws: in any spelling, which AWS reserves";

/** So many tags that are right in themselves. */
function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));
}

/** A long text as messages cut it: by characters, never in the middle of one. */
function shown(text: string): string {
  return `${[...JSON.stringify(text)].slice(0, 57).join("")}...`;
}

export const BAD_TAGS: readonly BadFile[] = [
  {
    title: "a tag key that AWS keeps for itself, in any spelling",
    change: (file) => {
      file["tags"] = { "aws:owner": "me", "AWS:team": "us", "aWs:x": "y" };
    },
    says: [
      `tags.aws:owner: the name "aws:owner" is not allowed, ${KEY_ADVICE}`,
      `tags.AWS:team: the name "AWS:team" is not allowed, ${KEY_ADVICE}`,
      `tags.aWs:x: the name "aWs:x" is not allowed, ${KEY_ADVICE}`,
    ],
  },
  {
    title: "tags that differ in case only",
    change: (file) => {
      file["tags"] = { Owner: "contact-center", owner: "jane", OWNER: "lee" };
    },
    says: [
      'tags.owner: it differs in case only from "Owner", and IAM takes both for one key; keep one, or rename it',
      'tags.OWNER: it differs in case only from "Owner", and IAM takes both for one key; keep one, or rename it',
    ],
  },
  {
    title: "tags that differ in case only beyond ASCII",
    change: (file) => {
      file["tags"] = { Größe: "1", größe: "2" };
    },
    says: [
      'tags.größe: it differs in case only from "Größe", and IAM takes both for one key; keep one, or rename it',
    ],
  },
  {
    title: "a tag that differs in case only from one of ours",
    change: (file) => {
      file["tags"] = { "Managed-By": "terraform" };
    },
    says: [
      "tags.Managed-By: it differs in case only from managed-by, which Switchboard sets, and IAM takes both for one key; write it as managed-by to give that another value, or rename it",
    ],
  },
  {
    title: "more tags than a resource takes, with ours",
    change: (file) => {
      file["tags"] = tags(52);
    },
    says: [
      "tags: with managed-by, which Switchboard sets, they are 53, and a resource has at most 50 tags; remove 3",
    ],
  },
  {
    title: "a tag whose key or value is too long, in characters",
    change: (file) => {
      // Each is two UTF-16 units: a plane of letters beyond the first.
      file["tags"] = { ["𝒂".repeat(129)]: "x", team: "𝒂".repeat(257) };
    },
    says: [
      `tags.${"𝒂".repeat(129)}: the name ${shown("𝒂".repeat(129))} is not allowed, a tag's key has at most 128 characters`,
      `tags.team: ${shown("𝒂".repeat(257))} is too long, a tag's value has at most 256 characters`,
    ],
  },
  {
    title: "a tag without a name",
    change: (file) => {
      file["tags"] = { "": "x" };
    },
    says: [`tags.: the name "" is not allowed, ${KEY_ADVICE}`],
  },
  {
    title: "a tag value that AWS refuses and Terraform would read as a template",
    change: (file) => {
      file["tags"] = { owner: "${team}", path: "${path.module}" };
    },
    says: [
      'tags.owner: "${team}" is wrong, use letters, digits, spaces and _.:/=+-@',
      'tags.path: "${path.module}" is wrong, use letters, digits, spaces and _.:/=+-@',
    ],
  },
  {
    title: "a tag value that is a number",
    change: (file) => {
      file["tags"] = { cost: 12 };
    },
    says: ['tags.cost: 12 is a number, a text is needed; write it in quotes: "12"'],
  },
];
