import { COLORS } from "./colors";
import { Markup } from "./markup";

/** Rules that programs for e-mail support, too: no grid, no custom properties. */
export const STYLE = new Markup(`
body { margin: 0; background: ${COLORS.ground}; color: ${COLORS.text}; font: 16px/1.5 sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 16px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0; }
h2 { font-size: 16px; margin: 24px 0 8px; }
p { margin: 0; }
a { color: #005a8c; }
.kind, .label, .note { color: ${COLORS.subdued}; font-size: 14px; }
.period { font-size: 20px; }
.figure { display: inline-block; vertical-align: top; width: 168px; margin: 8px 8px 0 0; padding: 8px; box-sizing: border-box; border: 1px solid ${COLORS.line}; border-radius: 4px; }
.figure h2 { font-size: 14px; margin: 0; min-height: 42px; }
.value { font-size: 28px; line-height: 1.2; }
.change { font-size: 14px; }
.wide { overflow-x: auto; }
svg { display: block; min-width: 560px; }
.figures { margin-top: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 4px 8px; border-bottom: 1px solid ${COLORS.line}; text-align: right; }
th[scope="row"], th.bucket { text-align: left; }
tbody th, tfoot th { font-weight: normal; }
tfoot td, tfoot th { font-weight: bold; border-bottom: 0; }
ul { padding-left: 20px; }
`);
