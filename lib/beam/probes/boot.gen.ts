// Made by scripts/gen_probes from boot.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./boot.erl" with { type: "text" };

/** What boot.erl becomes on its way to a node. */
export const boot: CompiledProbe = {
  name: "boot",
  library: [],
  calls: [
    "erl_eval:expr/3",
    "erlang:binary_to_term/1",
    "erlang:element/2",
  ],
  forms: `
g1AAAAIGeNqdkM0SwiAMhLFQ68l38e9VvHZiJ0ozQB2kom9vamWko148bsh+7EbLKI+9A6GLWDUG
+gtejBBipss4HzWIYVBo3ryCBxGL/ToXO6JhQWoVSwuh0QyTsQz92by8krWC0FneL69gesz9m7eY
1cQU1YAxDFFx7tF2AZ/ABFigNzUyJZspvJ19CpHs7+floXXg73Xo6oDejv3yOsTtpWunLuU6h/S7
1eQiq1xs6a8Yu2n5T0CFBi26kH6vWhfwhOyGCWhD6erfjvwRlugB9fWUZQ==
`,
  source,
};
