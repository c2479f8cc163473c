import {
  fromEnvironment,
  toEnvironment,
  type ReportSettings,
} from "../../../lambdas/report/settings";

const EMAIL: ReportSettings = {
  alias: "west",
  contactCenter: {
    dashboardId: "acme-west-dashboard",
    title: "West",
    language: "de",
    timeZone: "Europe/Berlin",
    serviceLevelSeconds: 20,
    serviceLevelSecondsByQueue: { 주문: 30 },
    shortAbandonSeconds: 5,
    contactRecordIndex: "acme-west-contact-records",
    agentEventIndex: "acme-west-agent-events",
  },
  domainUrl: "https://domain.example",
  bucketName: "acme-west-backup",
  dashboardUrl: "https://domain.example/_dashboards",
  announcement: { from: "reports@example.com", to: ["head@example.com"] },
};
const TOPIC: ReportSettings = {
  ...EMAIL,
  announcement: { topicArn: "arn:aws:sns:eu-central-1:111122223333:alarms", consoleHost: "host" },
};

describe("the settings of the report function", () => {
  it.each([EMAIL, TOPIC])("are read as they were written", (settings) => {
    expect(fromEnvironment(toEnvironment(settings))).toEqual(settings);
  });

  it.each([
    ["OPENSEARCH_URL", "", "The environment variable OPENSEARCH_URL is missing."],
    ["DASHBOARD", "{", "The environment variable DASHBOARD is not JSON."],
    ["EMAIL", "", "The environment variable EMAIL is missing."],
  ])("without a right %s are refused by name", (name, value, problem) => {
    const environment = { ...toEnvironment(EMAIL), [name]: value };
    expect(() => fromEnvironment(environment)).toThrow(
      `${problem} Deploy the stack of the contact center again.`,
    );
  });
});
