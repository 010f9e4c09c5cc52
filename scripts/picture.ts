// deno-lint-ignore-file no-console
/**
 * Draws a screen of `beamtap top` as an SVG. The sample node gets time to fall behind, so that there
 * is something to see.
 *
 * @module
 */

import { startDemoNode } from "./demo_node.ts";

const FILE = new URL("picture.svg", import.meta.url);

/** How long the node has been up, in ms. */
const UPTIME_MS = 45_000;

/** Size of a character, in px. */
const [WIDTH, HEIGHT] = [8.43, 18];

/** Colours by the numbers of "select graphic rendition". */
const COLOURS: Readonly<Record<string, string>> = {
  "31": "#ff7b72",
  "33": "#e3b341",
};

/** Draws lines with escape sequences for bold, dim, reverse and colours. */
function svg(lines: readonly string[]): string {
  const columns = Math.max(...lines.map((line) => plain(line).length));
  const [width, height] = [
    Math.ceil(columns * WIDTH) + 32,
    lines.length * HEIGHT + 32,
  ];
  const texts = lines.map((line, index) =>
    `<text x="16" y="${30 + index * HEIGHT}" xml:space="preserve" textLength="${
      (plain(line).length * WIDTH).toFixed(1)
    }">${spans(line)}</text>`
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="beamtap top: a node whose mailer falls behind">`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    `<g fill="#c9d1d9" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">`,
    ...texts.filter((text) => !text.endsWith("></text>")),
    `</g>`,
    `</svg>`,
    "",
  ].join("\n");
}

/** Pieces of a line with the codes that are in force for each. */
function pieces(line: string): { text: string; codes: readonly string[] }[] {
  const [first = "", ...rest] = line.split("\x1b[");
  return [
    { text: first, codes: [] },
    ...rest.map((part) => {
      const [, codes = "", text = ""] = part.match(/^([\d;]*)m(.*)$/) ?? [];
      return { text, codes: codes.split(";").filter((code) => code > "0") };
    }),
  ];
}

/** Without escape sequences. */
function plain(line: string): string {
  return pieces(line).map(({ text }) => text).join("");
}

function spans(line: string): string {
  return pieces(line).map(({ text: raw, codes }) => {
    const text = raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    if (text === "" || codes.length === 0) return text;
    const colour = codes.map((code) => COLOURS[code]).find(Boolean) ??
      (codes.includes("2") ? "#8b949e" : "#ffffff");
    const weight = codes.includes("2") ? "" : ' font-weight="bold"';
    return `<tspan fill="${colour}"${weight}>${text}</tspan>`;
  }).join("");
}

const node = await startDemoNode();
try {
  await new Promise((resolve) => setTimeout(resolve, UPTIME_MS));
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--allow-net"],
      `--allow-read=${node.cookieFile}`,
      ...["main.ts", "top", node.name, "--once", "--color", "always"],
      ...["--cookie-file", node.cookieFile, "--epmd-port", `${node.epmdPort}`],
    ],
    cwd: new URL("..", import.meta.url),
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const screen = new TextDecoder().decode(stdout).trimEnd();
  console.log(screen);
  await Deno.writeTextFile(FILE, svg(screen.split("\n")));
} finally {
  await node.stop();
}
