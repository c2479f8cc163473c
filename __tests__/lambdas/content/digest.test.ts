import { digestOf } from "../../../lambdas/content/digest";
import { inWriteOrder, keyOf, OBJECT_KINDS } from "../../../lambdas/content/content-object";
import { exportKey } from "../../../lambdas/content/content-bucket";
import { IncompleteApplyError } from "../../../lambdas/content/incomplete-apply";

describe("the digest of a body", () => {
  it.each([
    [
      { a: 1, b: { c: [1, 2] } },
      { b: { c: [1, 2] }, a: 1 },
    ],
    [{ a: 1, hosts: [], dls: null, template: {} }, { a: 1 }],
    [{ a: { b: { c: null } } }, {}],
  ])("of %j is that of %j", (one, other) => {
    expect(digestOf(one)).toBe(digestOf(other));
  });

  it.each([
    [{ a: 1 }, { a: "1" }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [null, 1] }, { a: [1] }],
    [{ a: false }, {}],
    [{ a: 0 }, {}],
    [{ a: "" }, {}],
  ])("of %j is not that of %j", (one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });
});

describe("objects of the content", () => {
  it("are written with role mappings last, after what they give rights on", () => {
    const shuffled = OBJECT_KINDS.toReversed().map((kind) => ({ kind, name: kind }));
    expect(inWriteOrder(shuffled).map(({ kind }) => kind)).toEqual(OBJECT_KINDS);
    expect(OBJECT_KINDS.at(-1)).toBe("role-mapping");
  });

  it("have keys and exports by tenant", () => {
    const object = { kind: "saved-object", name: "dashboard:d", tenant: "acme-west" } as const;
    expect(keyOf(object)).toBe("saved-object/acme-west/dashboard:d");
    const at = new Date(Date.UTC(2026, 10, 1));
    expect(exportKey(at, object)).toBe(
      "changed-saved-objects/2026-11-01T00:00:00.000Z/acme-west/dashboard:d.ndjson",
    );
    expect(exportKey(at, { kind: "saved-object", name: "dashboard:d" })).toContain("/shared/");
  });
});

describe("the error of an apply", () => {
  it("has the numbers, and the first failures with their reasons", () => {
    const failures = Array.from({ length: 22 }, (_, index) => ({
      object: `role/r${index}`,
      reason: "403 no permissions",
    }));
    const lines = new IncompleteApplyError({
      created: 1,
      updated: 2,
      unchanged: 3,
      removed: 4,
      indexChanges: 5,
      failures,
      notFinished: 6,
    }).message.split("\n");

    expect(lines[0]).toBe(
      "22 objects failed, 6 are left; 1 created, 2 updated, 3 unchanged, 4 removed, 5 changes of indices. " +
        "Correct the reasons and apply again: it continues with what is left.",
    );
    expect(lines).toHaveLength(22);
    expect(lines[1]).toBe("role/r0: 403 no permissions");
    expect(lines.at(-1)).toBe("and 2 more (in the log)");
  });
});
