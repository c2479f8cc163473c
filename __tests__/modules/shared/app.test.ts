import { withoutStackTraces } from "../../../modules/shared/app";

describe("synthesis without stack traces", () => {
  it("writes none down while it works, and as always afterwards", () => {
    const inside = withoutStackTraces(() => new Error("unread").stack);

    expect(inside).toBe("");
    expect(new Error("after").stack).toContain("app.test");
  });

  it("lets an error that ends it show where it comes from", () => {
    const fail = (): never => {
      throw new Error("broken");
    };

    let stack: string | undefined;
    try {
      withoutStackTraces(fail);
    } catch (error) {
      stack = (error as Error).stack;
    }

    expect(stack).toMatch(/^Error: broken\n +at fail .*app\.test/);
  });
});
