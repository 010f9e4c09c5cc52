/**
 * Which of the granted handlers are offered, so that a client's list of tools
 * holds only what is needed.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** The operator's choice of handlers. */
export interface Selection {
  /** Groups to offer; all of them if this and `tools` are left out. */
  readonly toolsets?: readonly string[] | undefined;
  /** Tools to offer beside those groups; without `toolsets`, these only. */
  readonly tools?: readonly string[] | undefined;
  /** Tools never to offer. */
  readonly exclude?: readonly string[] | undefined;
}

/** The group name that stands for every group. */
export const ALL_TOOLSETS = "all";

interface Selectable {
  readonly kind: string;
  readonly name: string;
  readonly toolset: string;
}

/** Why a handler is not offered; `undefined` if it is. Prompts and completions always are. */
export function notOffered(
  selection: Selection | undefined,
  { kind, name, toolset }: Selectable,
): ToolError | undefined {
  const { toolsets, tools, exclude } = selection ?? {};
  if (kind === "prompt" || kind === "completion") return undefined;
  if (kind === "tool") {
    if (exclude?.includes(name)) {
      return denied(
        name,
        "the operator has excluded it",
        "without it in --exclude-tools",
      );
    }
    if (tools?.includes(name)) return undefined;
    if (tools !== undefined && toolsets === undefined) {
      return denied(
        name,
        "it is not among the chosen tools",
        `with --tools ${name} too`,
      );
    }
  }
  if (
    toolsets === undefined || toolsets.includes(ALL_TOOLSETS) ||
    toolsets.includes(toolset)
  ) return undefined;
  return denied(
    name,
    `its toolset ${toolset} is not switched on`,
    `with --toolsets ${[...toolsets, toolset].join(",")}`,
  );
}

function denied(name: string, why: string, how: string): ToolError {
  return new ToolError("permission_denied", `${name} is not offered: ${why}`, {
    hint: `only the operator can change that: start beamtap ${how}`,
  });
}
