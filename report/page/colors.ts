/** Contrast on white of at least 4.5 to 1 for texts and 3 to 1 for shapes (WCAG 2.2). */
export const COLORS = {
  text: "#343741",
  subdued: "#5a6270",
  line: "#d3dae6",
  series: "#0072b2",
  ground: "#ffffff",
} as const;
