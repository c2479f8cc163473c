import { permissionsTable } from "../../../workbench/rehearsal/permissions/render";

const ROLE = "acme-sales-queue-depth";
const NEEDED = { holder: ROLE, sid: "ReadTotal", actions: ["es:ESHttpGet"] };

describe("The table of permissions", () => {
  it("says which flow fails and which action the refusal names", () => {
    const finding = { ...NEEDED, broken: "a contact event", named: "es:ESHttpGet" };

    expect(permissionsTable([finding])).toContain(
      "| `acme-sales-queue-depth` | `ReadTotal` | a contact event | `es:ESHttpGet` |",
    );
  });

  it("says why the rehearsal does not need a statement", () => {
    const finding = { holder: ROLE, sid: "WriteLog", actions: ["logs:PutLogEvents"] };

    expect(permissionsTable([finding])).toContain("`WriteLog` | nothing, superfluous or unproven");
  });

  it("is refused with a statement that nothing needs and nothing explains", () => {
    expect(() => permissionsTable([NEEDED])).toThrow(
      "Nothing fails without ReadTotal of acme-sales-queue-depth.",
    );
  });

  it("is refused with an explanation of a statement that a flow needs", () => {
    const finding = { ...NEEDED, sid: "WriteLog", broken: "a flow", named: "logs:PutLogEvents" };

    expect(() => permissionsTable([finding])).toThrow("remove it from UNPROVEN");
  });
});
