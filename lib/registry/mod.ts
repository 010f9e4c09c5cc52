/**
 * Who may do what: tools, resources, prompts and completions are declared as
 * data, registered here, and called only after scope, node, manifest and
 * runtime permission have agreed.
 *
 * @module
 */

export type { AnyProbe, Asker, BoundAsker } from "./declare/asker.ts";
export type { AuditEntry } from "./run/audit.ts";
export { closest, didYouMean } from "./closest.ts";
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
export { checkArguments } from "./declare/define.ts";
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
export {
  defineClusterTool,
  defineNodesTool,
} from "./declare/define_nodes_tool.ts";
export {
  defineAdminTool,
  defineNodeTool,
  defineTool,
} from "./declare/define_tool.ts";
export { scopesOn } from "./grants/decide.ts";
export type { CallOptions } from "./run/dispatch.ts";
export {
  RegistryError,
  type RegistryErrorCode,
  ToolError,
  type ToolErrorCode,
} from "./errors.ts";
export { globsMeet, matchesGlob, matchesNode } from "./grants/glob.ts";
export {
  type FunctionGlob,
  type Grant,
  grantText,
  operatorGrants,
  parseGrant,
  type Principal,
} from "./grants/grants.ts";
export {
  type AnyHandler,
  type Completion,
  type HandlerOf,
  type Kind,
  type Prepared,
  type Prompt,
  type Resource,
  type ResourceTemplate,
  type Tool,
} from "./declare/handler.ts";
export type {
  Connected,
  ConnectOptions,
  Nodes,
  NodeStatus,
} from "./declare/nodes.ts";
export type { Permission, Runtime } from "./grants/permissions.ts";
export { type RedactOptions, Redactor } from "./redact/redactor.ts";
export { type Readable, Registry, type RegistryOptions } from "./registry.ts";
export { render } from "./answer/render.ts";
export type {
  Completed,
  Failure,
  Outcome,
  ToolResult,
} from "./answer/result.ts";
export {
  isReadOnly,
  type Scope,
  SCOPE_MEANING,
  SCOPES,
} from "./grants/scopes.ts";
export {
  inputSchema,
  type JsonSchema,
  outputSchema,
  shortOutputSchema,
} from "./declare/schema.ts";
export { ALL_TOOLSETS, type Selection } from "./grants/selection.ts";
export type { SlotLimits } from "./run/slots.ts";
export { expandUri, variablesOf } from "./declare/uri_template.ts";
