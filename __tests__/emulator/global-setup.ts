import { install } from "./aws/installation";

/** Before any test file: two of them must not install at the same time. */
module.exports = install;
