/**
 * Who may do what: tools are declared as data, registered here, and called
 * only after scope, node, manifest and runtime permission have agreed.
 *
 * @module
 */

export type { AnyProbe, Asker, BoundAsker } from "./asker.ts";
export type { AuditEntry } from "./audit.ts";
export { closest, didYouMean } from "./closest.ts";
export type { LocalContext, NodeContext } from "./context.ts";
export {
  RegistryError,
  type RegistryErrorCode,
  ToolError,
  type ToolErrorCode,
} from "./errors.ts";
export {
  type Grant,
  grantsFrom,
  parseGrant,
  type Principal,
} from "./grants.ts";
export {
  type Annotations,
  defineNodeTool,
  defineTool,
  LOOKS_ONLY,
  type PreparedCall,
  type Tool,
} from "./handler.ts";
export type { Nodes, NodeStatus } from "./nodes.ts";
export type { Permission, Runtime } from "./permissions.ts";
export {
  type CallOptions,
  Registry,
  type RegistryOptions,
} from "./registry.ts";
export { render } from "./render.ts";
export type { ToolResult } from "./result.ts";
export { isReadOnly, type Scope, SCOPE_MEANING, SCOPES } from "./scopes.ts";
export { inputSchema, type JsonSchema, outputSchema } from "./schema.ts";
export type { SlotLimits } from "./slots.ts";
