import { center, type LooseFile } from "../base-file";
import type { BadFile } from "./bad-file";

const AT = "contactCenters[0].report";

function report(change: Readonly<Record<string, unknown>>): (file: LooseFile) => void {
  return (file) => {
    center(file)["report"] = change;
  };
}

export const BAD_REPORTS: readonly BadFile[] = [
  {
    title: "a report without e-mail and without an alarm topic",
    change: (file) => {
      file["alarms"] = false;
      center(file)["report"] = {};
    },
    says: [
      `${AT}: a report without email is announced on the alarm topic, which alarms: false leaves out; set email, or remove alarms: false`,
    ],
  },
  {
    title: "a report to more recipients than have room in the function's environment",
    change: report({
      email: {
        from: "reports@example.com",
        to: Array.from({ length: 11 }, (_, n) => `head-${n}@example.com`),
      },
    }),
    says: [
      `${AT}.email.to: 11 entries are too many, name a distribution list for more than 10 recipients`,
    ],
  },
  {
    title: "a report from a name that is no address",
    change: report({ email: { from: "Reports", to: ["head@example.com"] } }),
    says: [`${AT}.email.from: "Reports" is wrong, use an e-mail address`],
  },
];
