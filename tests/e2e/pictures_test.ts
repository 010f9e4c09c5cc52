import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { startBeam } from "../support/beam.ts";
import { RawServer, reaching, testEach } from "./support.ts";

const ANSWER = z.looseObject({
  result: z.looseObject({
    content: z.array(z.looseObject({
      type: z.string(),
      data: z.string().optional(),
      mimeType: z.string().optional(),
      resource: z.looseObject({ mimeType: z.string(), blob: z.string() })
        .optional(),
    })),
  }),
});

testEach(
  "a flame graph comes as PNG, or as SVG in a resource, with the network as the only permission",
  async (program) => {
    const busy = `register(spinner, spawn(fun() ->
      (fun Spin(N) -> _ = lists:seq(1, 1000), Spin(N + 1) end)(0) end))`;
    await using beam = await startBeam({ setup: busy });
    const options = ["--allow", "trace", "--confirm", "none"];
    await using server = new RawServer(program, [
      ...reaching(beam),
      ...options,
    ]);
    await server.initialize();
    const profile = async (
      picture: string,
    ): Promise<z.infer<typeof ANSWER>["result"]["content"]> => {
      await server.request("tools/call", {
        name: "profile",
        arguments: { processes: ["spinner"], duration_ms: 200, picture },
      });
      return ANSWER.parse(await server.next()).result.content;
    };
    const [text, png] = await profile("png");
    assertEquals([text?.type, png?.type], ["text", "image"]);
    assertEquals(png?.mimeType, "image/png");
    const bytes = Uint8Array.fromBase64(png?.data ?? "");
    assertEquals(bytes.subarray(1, 4), new TextEncoder().encode("PNG"));
    const [, svg] = await profile("svg");
    assertEquals([svg?.type, svg?.resource?.mimeType], [
      "resource",
      "image/svg+xml",
    ]);
    const drawn = new TextDecoder().decode(
      Uint8Array.fromBase64(svg?.resource?.blob ?? ""),
    );
    assert(drawn.includes("samples of spinner"), drawn.slice(0, 500));
  },
);
