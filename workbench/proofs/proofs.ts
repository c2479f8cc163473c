import type { Proof } from "./proof";
import { CONTENT_PROOFS } from "./rows/content";
import { DASHBOARD_PROOFS } from "./rows/dashboards";
import { MODULE_PROOFS } from "./rows/modules";
import { PRODUCT_PROOFS } from "./rows/product";
import { QUEUE_DEPTH_PROOFS } from "./rows/queue-depth";
import { RECORD_PROOFS } from "./rows/records";
import { SIGN_ON_PROOFS } from "./rows/sign-on";
import { TERRAFORM_PROOFS } from "./rows/terraform";

/** The rows of docs/proofs.md, in its order. */
export const PROOFS: readonly Proof[] = [
  ...RECORD_PROOFS,
  ...DASHBOARD_PROOFS,
  ...QUEUE_DEPTH_PROOFS,
  ...SIGN_ON_PROOFS,
  ...TERRAFORM_PROOFS,
  ...CONTENT_PROOFS,
  ...MODULE_PROOFS,
  ...PRODUCT_PROOFS,
];

/** Questions of docs/proofs.md on which no claim depends, with the reason. */
export const STAND_ALONE: Readonly<Record<string, string>> = {
  "tenant-export": "The command is printed only; the user runs it before a tenant is deleted.",
};
