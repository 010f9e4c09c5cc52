import { assert, assertEquals } from "@std/assert";
import { pngOf } from "../../../lib/tools/pictures/png.ts";

/** Width and height, as the header of a PNG says them. */
function sizeOf(png: Uint8Array<ArrayBuffer>): [number, number] {
  const header = new DataView(png.buffer);
  assertEquals(header.getUint32(0), 0x89504e47);
  return [header.getUint32(16), header.getUint32(20)];
}

function svg(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="5" y="20" font-family="monospace" font-size="11">${text}</text></svg>`;
}

Deno.test("an SVG becomes a PNG of its size, with its text", async () => {
  const [empty, latin, greek] = await Promise.all(
    ["", "gen_server:loop/7…", "Ωмега"].map((text) => pngOf(svg(text))),
  );
  assert(empty && latin && greek);
  assertEquals(sizeOf(latin), [200, 40]);
  // Letters are drawn: without a font, all three would be the same.
  assert(latin.length > empty.length + 100, `${latin.length}`);
  assert(greek.length > empty.length + 100, `${greek.length}`);
});
