/**
 * Who may do what: tools, resources, prompts and completions are declared as
 * data (`declare/`), registered, and called only after grants (`grants/`), node,
 * manifest and runtime permission have agreed (`run/`); what they answer leaves
 * within its budget (`answer/`) and without secrets (`redact/`).
 *
 * @module
 */

export { didYouMean } from "./closest.ts";
export * from "./errors.ts";
export { type Readable, Registry, type RegistryOptions } from "./registry.ts";

export { checkArguments } from "./declare/arguments.ts";
export * from "./declare/asker.ts";
export type { Catalogue } from "./declare/catalogue.ts";
export * from "./declare/content.ts";
export * from "./declare/context.ts";
export * from "./declare/declaration.ts";
export * from "./declare/define_node_tool.ts";
export * from "./declare/define_nodes_tool.ts";
export * from "./declare/define_prompt.ts";
export * from "./declare/define_resource.ts";
export {
  type Answer,
  type Arguments,
  defineAdminTool,
  defineTool,
  type ToolDeclaration,
} from "./declare/define_tool.ts";
export * from "./declare/handler.ts";
export { nodesText } from "./declare/leniency.ts";
export * from "./declare/nodes.ts";
export * from "./declare/schema.ts";

export { ALL_TOOLSETS, scopesOn, type Selection } from "./grants/decide.ts";
export * from "./grants/glob.ts";
export {
  type FunctionGlob,
  type Grant,
  grantText,
  operatorGrants,
  parseGrant,
  type Principal,
} from "./grants/grants.ts";
export * from "./grants/permissions.ts";
export * from "./grants/scopes.ts";

export type { AuditEntry } from "./run/audit.ts";
export type { CallOptions } from "./run/dispatch.ts";
export type { CallLog } from "./run/handed.ts";
export type { SlotLimits } from "./run/slots.ts";

export type { Completed } from "./answer/completed.ts";
export type { Failure, Outcome } from "./answer/failure.ts";
export * from "./answer/parts.ts";
export { render } from "./answer/render.ts";
export type { ToolResult } from "./answer/result.ts";

export { type RedactOptions, Redactor } from "./redact/redactor.ts";
export type { IsSecretName } from "./redact/names.ts";
