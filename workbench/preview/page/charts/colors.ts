/** Colors that are told apart by those who confuse some, and seen well on the panel's ground. */
const SERIES = {
  light: [
    "#0072b2",
    "#c94f00",
    "#00805f",
    "#96478f",
    "#8a6100",
    "#c2185b",
    "#3d4f5f",
    "#0e8a9d",
    "#5f7300",
    "#7a3e1d",
  ],
  dark: [
    "#56b4e9",
    "#f0a050",
    "#4fc79b",
    "#d9a0e0",
    "#f0e442",
    "#ff8fa8",
    "#d0d6dd",
    "#7fe0ea",
    "#c5d86d",
    "#d9a98c",
  ],
} as const;

const GROUND = {
  light: { text: "#343741", subdued: "#5a6270", line: "#d3dae6", surface: "#ffffff" },
  dark: { text: "#dfe5ef", subdued: "#a5aebd", line: "#343741", surface: "#1d1e24" },
} as const;

export function colorsOf(theme: "light" | "dark") {
  return { series: SERIES[theme], ...GROUND[theme] };
}

/** The schema `Blues` in six steps, with what can be read on each. */
export const BLUES = [
  { color: "#deebf7", label: "#1a1c21" },
  { color: "#c6dbef", label: "#1a1c21" },
  { color: "#9ecae1", label: "#1a1c21" },
  { color: "#6baed6", label: "#1a1c21" },
  { color: "#2171b5", label: "#ffffff" },
  { color: "#08306b", label: "#ffffff" },
] as const;
