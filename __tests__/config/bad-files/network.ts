import { center } from "../base-file";
import type { BadFile } from "./bad-file";

export const BAD_NETWORKS: readonly BadFile[] = [
  {
    title: "an endpoint of the Connect API that no function uses",
    change: (file) => {
      center(file)["vpc"] = {
        subnetIds: ["subnet-0a"],
        securityGroupIds: ["sg-0b"],
        connectEndpoint: true,
      };
      center(file)["queueDepth"] = false;
    },
    says: [
      "contactCenters[0].vpc.connectEndpoint: no function calls the Connect API, because queueDepth is false and there is no reconciliation; remove connectEndpoint, or remove queueDepth: false",
    ],
  },
];
