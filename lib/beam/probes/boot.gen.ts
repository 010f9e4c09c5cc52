// Made by scripts/gen_probes from boot.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

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
  source: `
%% The first step on the node: makes functions of a probe's forms, and calls the
%% first of them, envelope:main/2. Sent as it is, the forms as a binary.
-module(boot).
-export([start/2]).

%% Every atom in the two binaries is one of ours, never a user's.
start(Forms, Request) ->
    {value, Functions, _} = erl_eval:expr(binary_to_term(Forms), [], none),
    {Args, Options} = binary_to_term(Request),
    (element(1, Functions))(Functions, Args, Options).
`,
};
