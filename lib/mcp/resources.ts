/**
 * Serves the registry's resources and templates over MCP.
 *
 * @module
 */

import {
  type Annotations,
  type Icon,
  ResourceNotFoundError,
  type ResourceTemplateType,
  type Server,
} from "@modelcontextprotocol/server";
import type {
  Resource,
  ResourceAnnotations,
  ResourceTemplate,
} from "../registry/mod.ts";
import { callOptions, isNotThere, plainly, protocolError } from "./exchange.ts";
import { iconsOf } from "./icon.ts";
import type { ServerOptions } from "./server.ts";

/** Handles `resources/list`, `resources/templates/list` and `resources/read`. */
export function handleResources(server: Server, options: ServerOptions): void {
  const { registry, principal, around = plainly } = options;
  server.setRequestHandler("resources/list", () => ({
    resources: registry.readable(principal).map(({ uri, of, node }) => ({
      uri,
      ...told(of),
      ...node !== undefined && {
        name: `${of.name} ${node}`,
        title: `${of.title}: ${node}`,
      },
    })),
  }));
  server.setRequestHandler("resources/templates/list", () => ({
    resourceTemplates: registry.visible(principal, "resource_template")
      .map((template): ResourceTemplateType => ({
        uriTemplate: template.uriTemplate,
        ...told(template),
      })),
  }));
  server.setRequestHandler("resources/read", (request, context) => {
    const { uri } = request.params;
    return around(context, async () => {
      const read = await registry.read(principal, uri, callOptions(context));
      if (read.ok) return { contents: [read.value] };
      throw isNotThere(read)
        ? new ResourceNotFoundError(uri, read.text)
        : protocolError(read);
    });
  });
}

/** Returns the fields that resources and templates have in common. */
function told(handler: Resource | ResourceTemplate): {
  name: string;
  title: string;
  description: string;
  mimeType: string;
  icons?: Icon[];
  annotations?: Annotations;
} {
  const { name, title, description, mimeType, annotations } = handler;
  return {
    name,
    title,
    description: firstSentence(description),
    mimeType,
    ...iconsOf(handler),
    ...annotations && { annotations: listed(annotations) },
  };
}

function listed(
  { audience, ...rest }: ResourceAnnotations,
): Annotations {
  return { ...rest, ...audience && { audience: [...audience] } };
}

/** Returns the first sentence: there may be many resources, and their tool has the whole description. */
function firstSentence(text: string): string {
  return text.slice(0, text.search(/\.(\s|$)/) + 1) || text;
}
