/**
 * The Skills extension (SEP-2640). Skill files are resources of the registry, so a
 * principal sees only those it may read. The SDK's own skill catalogue is not used,
 * because it would take over all resources of a server.
 *
 * @module
 */

import {
  ProtocolError,
  ProtocolErrorCode,
  type Server,
} from "@modelcontextprotocol/server";
import type { Skill } from "@modelcontextprotocol/server/ext/skills";
import * as z from "zod";
import type { SkillFile } from "./catalogue/skills.ts";
import type { ServerOptions } from "./server.ts";

/** Name of the extension among a server's capabilities. */
export const SKILLS_EXTENSION = "io.modelcontextprotocol/skills";

/** Caching of skills, which change only with a release. */
const CACHE = { ttlMs: 3_600_000, cacheScope: "private" };

/** Handles `skills/list` and `skills/get`. */
export function handleSkills(server: Server, options: ServerOptions): void {
  const { registry, principal } = options;
  const visible = async (): Promise<SkillFile[]> => {
    const { SKILLS } = await import("./catalogue/skills.ts");
    const uris = new Set(
      registry.visible(principal, "resource").map(({ uri }) => uri),
    );
    return SKILLS.filter(({ uri }) => uris.has(uri));
  };
  server.setRequestHandler(
    "skills/list",
    { params: z.looseObject({}) },
    async () => ({
      skills: await Promise.all((await visible()).map(told)),
      ...CACHE,
    }),
  );
  server.setRequestHandler(
    "skills/get",
    { params: z.looseObject({ uri: z.string() }) },
    async ({ uri }) => {
      const skill = (await visible()).find((each) => each.uri === uri);
      if (skill !== undefined) return { skill: await told(skill), ...CACHE };
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `there is no skill at ${uri}`,
      );
    },
  );
}

/** Returns the description of a skill, with the digest of its file. */
async function told(
  { uri, name, description, text }: SkillFile,
): Promise<Skill> {
  const bytes = new TextEncoder().encode(text);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  const digest = `sha256:${new Uint8Array(hash).toHex()}`;
  return {
    uri,
    frontmatter: { name, description },
    resources: [{ uri, digest, size: bytes.length }],
  };
}
