import { fromEnvironment, toEnvironment } from "../../../lambdas/queue-depth/settings";
import type { Settings } from "../../../lambdas/queue-depth/settings";

const settings: Settings = {
  contactCenter: "west",
  instanceId: "12345678-1234-1234-1234-123456789012",
  domainUrl: "https://domain.example",
  depthIndex: "acme-west-queue-depth",
  historyIndex: "acme-west-queue-history",
  historyRotation: "week",
  share: { position: 1, of: 3 },
};

describe("the settings of the function", () => {
  test("are the same after a round trip through the environment", () => {
    expect(fromEnvironment(toEnvironment(settings))).toEqual(settings);
  });

  test.each(Object.keys(toEnvironment(settings)))("are refused without %s", (name) => {
    const environment = { ...toEnvironment(settings), [name]: "" };
    expect(() => fromEnvironment(environment)).toThrow(
      `The environment variable ${name} is missing. Deploy the stack of the contact center again.`,
    );
  });

  test("have alerts after a round trip, and no variable for them without alerts", () => {
    const alerts = {
      timeZone: "Europe/Berlin",
      alerts: [{ name: "long-wait", metric: "longestWaitSeconds", queue: "주문" }],
    } as const;

    expect(fromEnvironment(toEnvironment({ ...settings, alerts }))).toEqual({
      ...settings,
      alerts,
    });
    expect(toEnvironment(settings)).not.toHaveProperty("ALERTS");
  });

  test("are refused with alerts that are not JSON", () => {
    const environment = { ...toEnvironment(settings), ALERTS: "{" };
    expect(() => fromEnvironment(environment)).toThrow(
      "The environment variable ALERTS is not JSON. Deploy the stack of the contact center again.",
    );
  });

  test("are refused with a rotation that does not exist", () => {
    const environment = { ...toEnvironment(settings), QUEUE_HISTORY_ROTATION: "year" };
    expect(() => fromEnvironment(environment)).toThrow(
      "QUEUE_HISTORY_ROTATION is year; it can be hour, day, week, month, none. Deploy the stack of the contact center again.",
    );
  });
});
