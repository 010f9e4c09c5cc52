/**
 * PNG from SVG, for clients and providers that show no SVG. The renderer is
 * WebAssembly and is loaded, with its font, for the first picture.
 *
 * @module
 */

/** Renders an SVG as PNG; characters that the font lacks are shown as boxes. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Resvg, font } = await (renderer ??= load());
  const picture = new Resvg(svg, {
    font: { fontBuffers: [font], monospaceFamily: "DejaVu Sans Mono" },
  });
  const image = picture.render();
  const png = Uint8Array.from(image.asPng());
  image.free();
  picture.free();
  return png;
}

let renderer: ReturnType<typeof load> | undefined;

async function load(): Promise<{
  readonly Resvg: typeof import("@resvg/resvg-wasm").Resvg;
  readonly font: Uint8Array;
}> {
  const [{ initWasm, Resvg }, { default: module }, { default: packed }] =
    await Promise.all([
      import("@resvg/resvg-wasm"),
      import("./resvg_module.js"),
      import("./font.b64", { with: { type: "text" } }),
    ]);
  await initWasm(module);
  const font = new Blob([Uint8Array.fromBase64(packed)]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return { Resvg, font: await new Response(font).bytes() };
}
