/**
 * Who may do what: tools, resources, prompts and completions are declared as
 * data, registered here, and called only after scope, node, manifest and
 * runtime permission have agreed.
 *
 * @module
 */

export type { AnyProbe, Asker, BoundAsker } from "./asker.ts";
export type { AuditEntry } from "./audit.ts";
export { closest, didYouMean } from "./closest.ts";
export {
  type Content,
  type Metadata,
  type PromptMessage,
  type ResourceContents,
  type Rich,
  withContent,
} from "./content.ts";
export type {
  AdminContext,
  CallContext,
  LocalContext,
  NoAnswer,
  NodeAnswer,
  NodeContext,
  NodesContext,
  Progress,
} from "./context.ts";
export {
  type Annotations,
  type Declaration,
  type Icon,
  LOOKS_ONLY,
  type Manifest,
  type ResourceAnnotations,
} from "./declaration.ts";
export { checkArguments } from "./define.ts";
export {
  type CompletionQuery,
  defineCompletion,
  definePrompt,
} from "./define_prompt.ts";
export {
  defineNodeResource,
  defineResource,
  defineResourceTemplate,
  NODE_NAMES,
} from "./define_resource.ts";
export { defineClusterTool, defineNodesTool } from "./define_nodes_tool.ts";
export {
  defineAdminTool,
  defineContentTool,
  defineNodeTool,
  defineTool,
} from "./define_tool.ts";
export { scopesOn } from "./decide.ts";
export type { CallOptions } from "./dispatch.ts";
export {
  RegistryError,
  type RegistryErrorCode,
  ToolError,
  type ToolErrorCode,
} from "./errors.ts";
export { globsMeet, matchesGlob, matchesNode } from "./glob.ts";
export {
  type FunctionGlob,
  type Grant,
  grantText,
  operatorGrants,
  parseGrant,
  type Principal,
} from "./grants.ts";
export {
  type AnyHandler,
  type Completion,
  type HandlerOf,
  type Kind,
  KINDS,
  type Prepared,
  type Prompt,
  type Resource,
  type ResourceTemplate,
  type Tool,
} from "./handler.ts";
export type { Connected, ConnectOptions, Nodes, NodeStatus } from "./nodes.ts";
export type { Permission, Runtime } from "./permissions.ts";
export { type RedactOptions, Redactor } from "./redact.ts";
export { type Readable, Registry, type RegistryOptions } from "./registry.ts";
export { render } from "./render.ts";
export type { Completed, Failure, Outcome, ToolResult } from "./result.ts";
export { isReadOnly, type Scope, SCOPE_MEANING, SCOPES } from "./scopes.ts";
export {
  inputSchema,
  type JsonSchema,
  outputSchema,
  shortOutputSchema,
} from "./schema.ts";
export { ALL_TOOLSETS, type Selection } from "./selection.ts";
export type { SlotLimits } from "./slots.ts";
export { expandUri, variablesOf } from "./uri_template.ts";
