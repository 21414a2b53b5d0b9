// Colours and defaults: how a cell without a format answers when it is asked for one.

/** The look of a cell that was never formatted. */
export const DEFAULTS = {
  background: "#ffffff",
  fontColor: "#000000",
  fontFamily: "Arial",
  fontSize: 10,
  fontWeight: "normal",
  fontStyle: "normal",
  fontLine: "none",
  horizontal: "general",
  vertical: "bottom",
  wrap: "OVERFLOW",
} as const;

const NAMES: Record<string, string> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  gray: "#808080",
  grey: "#808080",
  orange: "#ffa500",
  purple: "#800080",
  silver: "#c0c0c0",
  maroon: "#800000",
  navy: "#000080",
  teal: "#008080",
  olive: "#808000",
  lime: "#00ff00",
  aqua: "#00ffff",
  cyan: "#00ffff",
  magenta: "#ff00ff",
  fuchsia: "#ff00ff",
  pink: "#ffc0cb",
  lightgray: "#d3d3d3",
  lightgrey: "#d3d3d3",
  darkgray: "#a9a9a9",
  lightblue: "#add8e6",
  lightgreen: "#90ee90",
  lightyellow: "#ffffe0",
  gold: "#ffd700",
  brown: "#a52a2a",
};

/** A CSS colour as Google gives it back: `#rrggbb` in lower case; what is no colour passes unchanged, as Google accepts it silently. */
export function normalColor(text: string): string {
  const color = text.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color);
  if (short) return `#${[short[1], short[2], short[3]].map((digit) => `${digit ?? ""}${digit ?? ""}`).join("")}`;
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(color);
  if (rgb) return hexColor(Number(rgb[1]), Number(rgb[2]), Number(rgb[3]));
  return NAMES[color] ?? color;
}

/** `#rrggbb` from three bytes. */
export function hexColor(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
