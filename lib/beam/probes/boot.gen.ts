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
g1AAAAJeeNqdkcFywjAMRB3sJBw6/cWMSAWORnYyjoPbv68M9QRS4MBRa+8b7crqpI+LB2V3qe0Z
lhlnVkpVtk7NdQaVhZ2Vn2cIoFID04T+axU+D4OH8NPFsYsYHFE2aGtS7SD2VuA61XGZ+I+lZTYQ
Ryfe+gy84Mr6yHom8TDHVa46Ep7pgVlwJjUB3Rjxgi6oPQbuUHg3msHvKZR1in193mx+Tb4NStKN
9sO90/jRIz3PeNOXhsP8sKwckd7Ya9v3XTP/YS0yOvSxrNUOPuIJhQTVk+KpnOn1VV4nI/oFTn28
4A==
`,
  source,
};
