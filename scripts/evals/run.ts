// deno-lint-ignore-file no-console
/**
 * Has an agent try scenarios, and prints a table of how it did; see `scripts/evals/run`.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import project from "../../deno.json" with { type: "json" };
import { readScenarios } from "./scenario.ts";
import { attempt, isPassed, type Outcome } from "./trial.ts";

/** The agent without a model. */
export const SCRIPTED: string =
  `"${Deno.execPath()}" run --quiet --allow-all --config "${
    decodeURIComponent(
      new URL("../../tests/deno.json", import.meta.url).pathname,
    )
  }" "${
    decodeURIComponent(new URL("scripted_agent.ts", import.meta.url).pathname)
  }" {config}`;

/** Returns the table of outcomes, as Markdown. */
export function tableOf(
  outcomes: readonly Outcome[],
  agent: string,
  date: string,
): string {
  const passed = outcomes.filter(isPassed).length;
  const rows = outcomes.map((outcome) => {
    const { scenario, missing, calls, budget, trespasses, ms } = outcome;
    const wrong = [
      ...missing.length > 0 ? [`lacks ${missing.join(", ")}`] : [],
      ...calls.length > budget ? ["too many calls"] : [],
      ...trespasses,
    ];
    return `| ${scenario} | ${
      isPassed(outcome) ? "yes" : `no: ${wrong.join("; ")}`
    } | ${calls.length} of ${budget} | ${(ms / 1000).toFixed(1)} |`;
  });
  return [
    `${agent}, beamtap ${project.version}, ${date}: ${passed} of ${outcomes.length} passed.`,
    "",
    "| scenario | passed | calls | s |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** Replaces what is between the marks of the README. */
async function writeReadme(table: string): Promise<void> {
  const file = new URL("../../README.md", import.meta.url);
  const text = await Deno.readTextFile(file);
  const marks = /(<!-- evals -->\n).*?(<!-- \/evals -->)/s;
  if (!marks.test(text)) {
    throw new Error("README.md has no <!-- evals --> … <!-- /evals -->");
  }
  await Deno.writeTextFile(
    file,
    text.replace(marks, (_, from, to) => `${from}\n${table}\n\n${to}`),
  );
}

if (import.meta.main) {
  const options = parseArgs(Deno.args, {
    string: ["agent", "name", "timeout", "answers"],
    boolean: ["readme"],
    default: { agent: SCRIPTED, name: "Scripted agent", timeout: "600" },
    unknown: (word, key) => {
      if (key === undefined) return true;
      console.error(
        `evals: unknown option ${word}; see the head of scripts/evals/run`,
      );
      Deno.exit(2);
    },
  });
  const agent = {
    command: options.agent ?? SCRIPTED,
    timeoutMs: Number(options.timeout) * 1000,
  };
  const outcomes: Outcome[] = [];
  for (const scenario of await readScenarios(options._.map(String))) {
    const outcome = await attempt(scenario, agent);
    outcomes.push(outcome);
    console.error(
      `${scenario.name} ... ${isPassed(outcome) ? "passed" : "FAILED"}`,
    );
    if (options.answers) {
      await Deno.mkdir(options.answers, { recursive: true });
      await Deno.writeTextFile(
        `${options.answers}/${scenario.name}.txt`,
        `${outcome.calls.join(" ")}\n\n${outcome.answer}`,
      );
    }
  }
  const date = new Date().toISOString().slice(0, 10);
  const table = tableOf(outcomes, options.name ?? "", date);
  console.log(table);
  if (options.readme) await writeReadme(table);
  Deno.exit(outcomes.every(isPassed) ? 0 : 1);
}
