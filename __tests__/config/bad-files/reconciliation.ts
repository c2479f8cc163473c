import { center } from "../base-file";
import type { BadFile } from "./bad-file";

const AT = "contactCenters[0].reconciliation";

export const BAD_RECONCILIATIONS: readonly BadFile[] = [
  {
    title: "a reconciliation with a share that is no percentage, at an hour that no day has",
    change: (file) => {
      center(file)["reconciliation"] = { differencePercent: 101, hour: 24 };
    },
    says: [
      `${AT}.hour: 24 is too large, use at most 23`,
      `${AT}.differencePercent: 101 is too large, use at most 100`,
    ],
  },
];
