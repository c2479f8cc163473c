import { DateTime } from "luxon";
import { ReportedCenter } from "./reported-center";

const ZONE = "Europe/Berlin";
const HOUR = 6;

function local(moment: string): DateTime {
  return DateTime.fromISO(moment, { zone: ZONE });
}

/** First and last moments of the months in which the clock changes, and moments just outside of them. */
const IN_MARCH = [
  "2026-03-01T00:00:00.000",
  "2026-03-29T01:59:59.999",
  "2026-03-29T03:00:00.000",
  "2026-03-31T23:59:59.999",
];
const IN_OCTOBER = [
  "2026-10-01T00:00:00.000",
  "2026-10-25T02:30:00.000",
  "2026-10-31T23:59:59.999",
];
const OUTSIDE = ["2026-02-28T23:59:59.999", "2026-04-01T00:00:00.000", "2026-11-01T00:00:00.000"];

const FROM = "reports@example.com";

describe("the monthly report by e-mail", () => {
  let reported: ReportedCenter;

  beforeAll(async () => {
    reported = await ReportedCenter.open({
      alias: "reported",
      title: "Support <1>",
      timeZone: ZONE,
      report: { hour: HOUR, email: { from: FROM, to: ["head@example.com"] } },
    });
    await reported.deliver([...IN_MARCH, ...IN_OCTOBER, ...OUTSIDE].map(local));
  });
  afterAll(() => reported.close());
  beforeEach(() => {
    reported.failing = () => undefined;
    reported.domain.fault = () => undefined;
    reported.messages.length = 0;
    reported.invocations.deadLetters.length = 0;
    reported.invocations.errors.length = 0;
  });

  const firstOf = (month: string): DateTime => local(`${month}-01T06:00`);
  const callsIn = async (period: string): Promise<number> => {
    const csv = await reported.object(`reports/${period}/calls-per-day.csv`);
    return csv
      .trim()
      .split("\r\n")
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(",")[1]), 0);
  };

  test.each([
    ["2026-04", "2026-03", IN_MARCH.length],
    ["2026-11", "2026-10", IN_OCTOBER.length],
  ])("on the first of %s it has the contacts of %s, cut on the local clock", async (on, of, n) => {
    await reported.schedule("month", firstOf(on));

    expect(await callsIn(of)).toBe(n);
    const page = await reported.object(`reports/${of}/report.html`);
    expect(page).toContain(`<p class="value">${n}</p>`);
    expect(page).toContain("Support &lt;1&gt;");
    expect(reported.messages).toHaveLength(1);
  });

  test("has one subject, one sender, the page as text and every file attached", async () => {
    await reported.schedule("month", firstOf("2026-05"));

    const [message] = reported.messages;
    const email = JSON.parse(message?.body ?? "") as {
      readonly FromEmailAddress: string;
      readonly Destination: object;
      readonly Content: {
        readonly Simple: {
          readonly Subject: { readonly Data: string };
          readonly Body: { readonly Html: { readonly Data: string } };
          readonly Attachments: readonly {
            readonly FileName: string;
            readonly RawContent: string;
          }[];
        };
      };
    };
    const { Attachments, Body, Subject } = email.Content.Simple;
    expect(email.FromEmailAddress).toBe(FROM);
    expect(email.Destination).toEqual({ ToAddresses: ["head@example.com"] });
    expect(Subject.Data).toBe("Support <1>: Monthly report, April 2026");
    expect(Attachments.map(({ FileName }) => FileName)).toEqual([
      "report.html",
      "calls-per-day.csv",
      "queues.csv",
      "channels.csv",
    ]);
    for (const { FileName, RawContent } of Attachments) {
      const content = Buffer.from(RawContent, "base64").toString("utf8");
      expect(content).toBe(await reported.object(`reports/2026-04/${FileName}`));
    }
    expect(Body.Html.Data).toBe(await reported.object("reports/2026-04/report.html"));
  });

  test("writes a queue's name that a spreadsheet would evaluate as text", async () => {
    await reported.schedule("month", firstOf("2026-04"));
    expect(await reported.object("reports/2026-03/queues.csv")).toContain(`"'=2+""Orders""",4,`);
  });

  test("is sent once, however often its event arrives", async () => {
    await reported.schedule("month", firstOf("2026-06"));
    await reported.schedule("month", firstOf("2026-06"));
    await reported.schedule("month", firstOf("2026-06").plus({ days: 3 }));

    expect(reported.messages).toHaveLength(1);
    expect(reported.log).toContain("announced-before");
  });

  test("is sent once by two invocations at a time", async () => {
    await Promise.all([
      reported.schedule("month", firstOf("2026-07")),
      reported.schedule("month", firstOf("2026-07")),
    ]);
    expect(reported.messages).toHaveLength(1);
    expect(reported.invocations.deadLetters).toEqual([]);
  });

  test("is evaluated again after a failure of the domain, and sent once", async () => {
    let failures = 1;
    reported.domain.fault = () => (failures-- > 0 ? { status: 400 } : undefined);
    await reported.schedule("month", firstOf("2026-08"));

    expect(reported.invocations.errors).toHaveLength(1);
    expect(reported.invocations.deadLetters).toEqual([]);
    expect(reported.messages).toHaveLength(1);
  });

  test("waits for a domain that restarts, within one invocation", async () => {
    let failures = 3;
    reported.domain.fault = () => (failures-- > 0 ? { status: 503 } : undefined);
    await reported.schedule("month", firstOf("2026-09"));

    expect(reported.invocations.errors).toEqual([]);
    expect(reported.messages).toHaveLength(1);
  });

  test("that SES refuses is a dead letter after three attempts, and sent once when the event is sent again", async () => {
    reported.failing = (service) => (service === "ses" ? 400 : undefined);
    await reported.schedule("month", firstOf("2026-10"));
    expect(reported.invocations.errors).toHaveLength(3);
    expect(reported.invocations.errors.join()).toContain("The message was refused");
    const [event] = reported.invocations.deadLetters;
    expect(reported.messages).toEqual([]);

    reported.failing = () => undefined;
    await reported.invocations.send(event ?? {});
    expect(reported.messages).toHaveLength(1);
    expect(reported.invocations.deadLetters).toHaveLength(1);
  });

  test("whose outcome is not known is not sent again, and the error says what to delete", async () => {
    reported.failing = (service) => (service === "ses" ? 500 : undefined);
    await reported.schedule("month", firstOf("2026-12"));
    reported.failing = () => undefined;
    expect(reported.invocations.deadLetters).toHaveLength(1);
    expect(reported.invocations.errors.at(-1)).toContain(
      `delete s3://${reported.center.names.backupBucket}/reports/2026-11/announcement.json`,
    );
    await reported.schedule("month", firstOf("2026-12"));
    expect(reported.messages).toEqual([]);
  });

  test("refuses an event that is no request, and says what one is", async () => {
    await reported.invocations.send({ period: "year" });
    expect(reported.invocations.errors.at(-1)).toContain(
      'Send {"period": "month" or "week", "scheduledTime": "2026-11-01T06:00:00Z"}.',
    );
  });
});

describe("the weekly report on the alarm topic", () => {
  let reported: ReportedCenter;

  beforeAll(async () => {
    reported = await ReportedCenter.open({
      alias: "weekly",
      title: "고객 센터",
      language: "ko",
      timeZone: ZONE,
      report: { weekly: true },
    });
    await reported.deliver([...IN_MARCH, ...OUTSIDE].map(local));
  });
  afterAll(() => reported.close());

  test("has the week from Monday to Sunday, over a change of the clock", async () => {
    await reported.schedule("week", local("2026-03-30T06:00"));

    const csv = await reported.object("reports/2026-W13/calls-per-day.csv");
    expect(csv).toContain("2026-03-29,2\r\n");
    expect(await reported.objects()).toEqual([
      "reports/2026-W13/announcement.json",
      "reports/2026-W13/calls-per-day.csv",
      "reports/2026-W13/channels.csv",
      "reports/2026-W13/queues.csv",
      "reports/2026-W13/report.html",
    ]);
  });

  test("is announced with its numbers and its place, under a subject in ASCII", () => {
    const [message] = reported.messages;
    const sent = new URLSearchParams(message?.body);
    const bucket = reported.center.names.backupBucket;
    expect(sent.get("Subject")).toBe("Report 2026-W13 of weekly");
    expect(sent.get("Message")).toContain("고객 센터: 주간 보고서, 2026. 3. 23. ~ 2026. 3. 29.");
    expect(sent.get("Message")).toContain(
      `https://eu-central-1.console.aws.amazon.com/s3/object/${bucket}?prefix=reports%2F2026-W13%2Freport.html`,
    );
    expect(sent.get("Message")).toContain(`s3://${bucket}/reports/2026-W13/report.html`);
    expect(reported.messages).toHaveLength(1);
  });
});
