/**
 * Who may do what: tools, resources, prompts and completions are declared as
 * data (`declare/`), registered, and called only after grants (`grants/`), node,
 * manifest and runtime permission have agreed (`run/`); what they answer leaves
 * within its budget (`answer/`) and without secrets (`redact/`).
 *
 * @module
 */

export { didYouMean } from "./closest.ts";
export {
  RegistryError,
  type RegistryErrorCode,
  ToolError,
  type ToolErrorCode,
  type ToolErrorOptions,
} from "./errors.ts";
export { type Readable, Registry, type RegistryOptions } from "./registry.ts";

export { checkArguments } from "./declare/arguments.ts";
export type { AnyProbe, Asker, BoundAsker } from "./declare/asker.ts";
export {
  type Content,
  type Metadata,
  type PromptMessage,
  type ResourceContents,
  type Rich,
  withContent,
} from "./declare/content.ts";
export type {
  AdminContext,
  CallContext,
  LocalContext,
  NoAnswer,
  NodeAnswer,
  NodeContext,
  NodesContext,
  Progress,
} from "./declare/context.ts";
export {
  type Annotations,
  type Declaration,
  type Icon,
  LOOKS_ONLY,
  type Manifest,
  type ResourceAnnotations,
} from "./declare/declaration.ts";
export {
  defineNodeTool,
  type NodeToolDeclaration,
} from "./declare/define_node_tool.ts";
export {
  defineClusterTool,
  defineNodesTool,
} from "./declare/define_nodes_tool.ts";
export {
  type CompletionQuery,
  defineCompletion,
  definePrompt,
} from "./declare/define_prompt.ts";
export {
  defineNodeResource,
  defineResource,
  NODE_NAMES,
} from "./declare/define_resource.ts";
export { defineAdminTool, defineTool } from "./declare/define_tool.ts";
export type {
  AnyHandler,
  Completion,
  HandlerOf,
  Kind,
  Prepared,
  Prompt,
  Resource,
  ResourceTemplate,
  Tool,
} from "./declare/handler.ts";
export type {
  Connected,
  ConnectOptions,
  Nodes,
  NodeStatus,
} from "./declare/nodes.ts";
export {
  inputSchema,
  type JsonSchema,
  outputSchema,
  shortInputSchema,
  shortOutputSchema,
} from "./declare/schema.ts";

export { scopesOn } from "./grants/decide.ts";
export { globsMeet, matchesGlob, matchesNode } from "./grants/glob.ts";
export {
  type FunctionGlob,
  type Grant,
  grantText,
  operatorGrants,
  parseGrant,
  type Principal,
} from "./grants/grants.ts";
export type { Permission, Runtime } from "./grants/permissions.ts";
export {
  isReadOnly,
  type Scope,
  SCOPE_MEANING,
  SCOPES,
} from "./grants/scopes.ts";
export { ALL_TOOLSETS, type Selection } from "./grants/selection.ts";

export type { AuditEntry } from "./run/audit.ts";
export type { CallOptions } from "./run/dispatch.ts";
export type { SlotLimits } from "./run/slots.ts";

export type { Completed } from "./answer/completed.ts";
export type { Failure, Outcome } from "./answer/failure.ts";
export { asBlock, render } from "./answer/render.ts";
export type { ToolResult } from "./answer/result.ts";

export { type RedactOptions, Redactor } from "./redact/redactor.ts";
