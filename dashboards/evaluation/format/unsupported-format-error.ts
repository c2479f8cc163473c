/** A way to show a value that is not known here: better no text than a wrong one. */
export class UnsupportedFormatError extends Error {
  constructor(what: string, known: readonly string[]) {
    super(
      `How OpenSearch Dashboards shows this value is not known: ${what}. Known are ${known.join(", ")}. ` +
        "Teach dashboards/evaluation/format/ what Dashboards writes for it before using it in a panel.",
    );
  }
}
