/**
 * Runbooks as skills: the same texts as the prompts, as files that clients can store.
 *
 * @module
 */

import * as z from "zod";
import { defineResource, type Resource } from "../../registry/mod.ts";
import { RUNBOOKS, runbookText } from "./runbooks.ts";

/** A skill that consists of one file. */
export interface SkillFile {
  /** URI of the file. */
  readonly uri: string;
  /** Name of the skill. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** When to use it. */
  readonly description: string;
  /** Contents of the file. */
  readonly text: string;
}

/** All skills. */
export const SKILLS: readonly SkillFile[] = RUNBOOKS.map((runbook) => {
  const { title, description } = runbook;
  const name = runbook.name.replaceAll("_", "-");
  const head = `name: ${name}\ndescription: ${JSON.stringify(description)}`;
  const text = `---\n${head}\n---\n\n${runbookText(runbook)}\n`;
  return { uri: `skill://${name}/SKILL.md`, name, title, description, text };
});

/** The skill files as resources. */
export const SKILL_RESOURCES: readonly Resource[] = SKILLS.map(
  ({ uri, name, title, description, text }) =>
    defineResource({
      name,
      title,
      description,
      toolset: "runbooks",
      scopes: ["inspect"],
      uri,
      mimeType: "text/markdown",
      annotations: { audience: ["assistant"] },
      output: z.string(),
      run: () => Promise.resolve(text),
    }),
);
