/**
 * What the conformance suite asks servers for, registered as any handler is.
 *
 * @module
 */

import {
  inputRequired,
  type PrimitiveSchemaDefinition,
} from "@modelcontextprotocol/server";
import * as z from "zod";
import {
  type AnyHandler,
  type Content,
  defineCompletion,
  definePrompt,
  defineResource,
  defineTool,
  LOOKS_ONLY,
  type Prepared,
  type Progress,
  type Prompt,
  type PromptMessage,
  type ResourceTemplate,
  type Tool,
  ToolError,
  withContent,
} from "../../../lib/registry/mod.ts";
import { client } from "./exchange.ts";

/** A picture of one red pixel. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
/** A sound of no length. */
const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

const DECLARED = {
  description: "A fixture of the conformance suite.",
  toolset: "conformance",
  scopes: ["inspect"] as const,
};

interface Work {
  progress(progress: Progress): void;
}

type Said = string | readonly Content[];

function tool<Input extends z.ZodRawShape>(
  name: string,
  input: Input,
  run: (args: z.output<z.ZodObject<Input>>, work: Work) => Said | Promise<Said>,
): Tool {
  return defineTool({
    ...DECLARED,
    name,
    title: name,
    annotations: LOOKS_ONLY,
    input,
    output: {},
    run: async (args, context) => {
      const said = await run(args, context);
      return withContent({}, typeof said === "string" ? [text(said)] : said);
    },
  });
}

const text = (text: string): Content => ({ type: "text", text });
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

const image: Content = { type: "image", data: PNG, mimeType: "image/png" };

function form(
  message: string,
  properties: Record<string, PrimitiveSchemaDefinition>,
): ReturnType<typeof inputRequired.elicit> {
  return inputRequired.elicit({
    message,
    requestedSchema: {
      type: "object",
      properties,
      required: Object.keys(properties),
    },
  });
}

const sampling = (
  prompt: string,
  maxTokens = 100,
): ReturnType<typeof inputRequired.createMessage> =>
  inputRequired.createMessage({
    messages: [{ role: "user", content: { type: "text", text: prompt } }],
    maxTokens,
  });

/** Asks once, and tells what came back. */
function asks(
  name: string,
  key: string,
  question: () => ReturnType<typeof inputRequired.elicit>,
  state?: string,
): Tool {
  return tool(name, {}, () => {
    const response = client.response(key);
    if (!response) return client.ask({ [key]: question() }, state);
    if (state !== undefined && client.state !== state) return "no state";
    return `state-ok: ${JSON.stringify(response)}`;
  });
}

const string = { type: "string" } as const;
const askName = (): ReturnType<typeof inputRequired.elicit> =>
  form("What is your name?", { name: string });
const confirm = (): ReturnType<typeof inputRequired.elicit> =>
  form("Please confirm", { ok: { type: "boolean" } });

const NAMED = z.object({ content: z.object({ name: z.string() }) });

const TOOLS: readonly Tool[] = [
  tool(
    "test_simple_text",
    {},
    () => "This is a simple text response for testing.",
  ),
  tool("test_image_content", {}, () => [image]),
  tool("test_audio_content", {}, () => [
    { type: "audio", data: WAV, mimeType: "audio/wav" },
  ]),
  tool("test_embedded_resource", {}, () => [{
    type: "resource",
    resource: {
      uri: "test://embedded-resource",
      mimeType: "text/plain",
      text: "This is an embedded resource content.",
    },
  }]),
  tool("test_multiple_content_types", {}, () => [
    text("Multiple content types test:"),
    image,
    {
      type: "resource",
      resource: {
        uri: "test://mixed-content-resource",
        mimeType: "application/json",
        text: '{"test":"data","value":123}',
      },
    },
  ]),
  tool("test_tool_with_logging", {}, async () => {
    await client.log("Tool execution started");
    await pause(50);
    await client.log("Tool processing data");
    await pause(50);
    await client.log("Tool execution completed");
    return "logged";
  }),
  tool("test_logging_tool", {}, async () => {
    await client.log("Tool execution started");
    return "logged";
  }),
  tool("test_error_handling", {}, () => {
    throw new ToolError(
      "busy",
      "This tool intentionally returns an error for testing",
    );
  }),
  tool("test_tool_with_progress", {}, async (_args, { progress }) => {
    for (const done of [0, 50, 100]) {
      progress({ done, total: 100 });
      await pause(120);
    }
    return "done";
  }),
  tool(
    "test_sampling",
    { prompt: z.string().describe("For the model.") },
    ({ prompt }) => {
      const response = client.response("sample");
      if (!response) return client.ask({ sample: sampling(prompt) });
      return `LLM response: ${JSON.stringify(response)}`;
    },
  ),
  tool(
    "test_elicitation",
    { message: z.string().describe("For the user.") },
    ({ message }) => {
      const response = client.response("user");
      const fields = {
        username: { ...string, description: "User's response" },
        email: { ...string, description: "User's email address" },
      };
      if (!response) return client.ask({ user: form(message, fields) });
      return `User response: ${JSON.stringify(response)}`;
    },
  ),
  tool("test_elicitation_sep1034_defaults", {}, () => {
    const response = client.response("defaults");
    if (response) return `Elicitation completed: ${JSON.stringify(response)}`;
    return client.ask({
      defaults: form("Please review", {
        name: { ...string, default: "John Doe" },
        age: { type: "integer", default: 30 },
        score: { type: "number", default: 95.5 },
        status: {
          ...string,
          enum: ["active", "inactive", "pending"],
          default: "active",
        },
        verified: { type: "boolean", default: true },
      }),
    });
  }),
  tool("test_elicitation_sep1330_enums", {}, () => {
    const response = client.response("choices");
    if (response) return `Elicitation completed: ${JSON.stringify(response)}`;
    const options = ["option1", "option2", "option3"];
    const titled = ["First", "Second", "Third"].map((title, index) => ({
      const: `value${index + 1}`,
      title: `${title} Option`,
    }));
    return client.ask({
      choices: form("Please choose", {
        untitledSingle: { ...string, enum: options },
        titledSingle: { ...string, oneOf: titled },
        legacyEnum: {
          ...string,
          enum: ["opt1", "opt2", "opt3"],
          enumNames: ["Option One", "Option Two", "Option Three"],
        },
        untitledMulti: { type: "array", items: { ...string, enum: options } },
        titledMulti: { type: "array", items: { anyOf: titled } },
      }),
    });
  }),
  tool(
    "test_streaming_elicitation",
    {},
    () =>
      client.response("user_name")
        ? "done"
        : client.ask({ user_name: askName() }),
  ),
  tool(
    "test_missing_capability",
    {},
    () =>
      "sampling" in client.capabilities ? "there" : client.lacks("sampling"),
  ),
  tool("test_input_required_result_elicitation", {}, () => {
    const { data } = NAMED.safeParse(client.response("user_name"));
    return data
      ? `Hello, ${data.content.name}!`
      : client.ask({ user_name: askName() });
  }),
  asks(
    "test_input_required_result_sampling",
    "capital_question",
    () => sampling("What is the capital of France?"),
  ),
  asks(
    "test_input_required_result_list_roots",
    "client_roots",
    () => inputRequired.listRoots(),
  ),
  asks("test_input_required_result_request_state", "confirm", confirm, "one"),
  asks("test_input_required_result_tampered_state", "confirm", confirm, "two"),
  tool("test_input_required_result_multiple_inputs", {}, () => {
    const keys = ["user_name", "greeting", "client_roots"];
    if (keys.every((key) => client.response(key))) return "all is there";
    return client.ask({
      user_name: askName(),
      greeting: sampling("Generate a greeting", 50),
      client_roots: inputRequired.listRoots(),
    }, "three");
  }),
  tool("test_input_required_result_multi_round", {}, () => {
    if (client.state === 2 && client.response("step2")) return "done";
    if (client.state === 1 && client.response("step1")) {
      return client.ask({
        step2: form("Step 2: What is your favorite color?", { color: string }),
      }, 2);
    }
    return client.ask({
      step1: form("Step 1: What is your name?", { name: string }),
    }, 1);
  }),
  tool("test_input_required_result_capabilities", {}, () => {
    const { capabilities } = client;
    return client.ask({
      ..."sampling" in capabilities && { greeting: sampling("Hello", 50) },
      ..."elicitation" in capabilities && { user_name: askName() },
    });
  }),
];

function prompt<Input extends z.ZodRawShape>(
  name: string,
  input: Input,
  run: (
    args: z.output<z.ZodObject<Input>>,
  ) => string | readonly PromptMessage[],
): Prompt {
  return definePrompt({
    ...DECLARED,
    name,
    title: name,
    input,
    complete: Object.fromEntries(
      Object.keys(input).map((key) => [key, "test_words"]),
    ),
    run: (args) => Promise.resolve(run(args)),
  });
}

const user = (content: Content): PromptMessage => ({ role: "user", content });
const argument = z.string().describe("An argument.");

const PROMPTS: readonly Prompt[] = [
  prompt(
    "test_simple_prompt",
    {},
    () => "This is a simple prompt for testing.",
  ),
  prompt(
    "test_prompt_with_arguments",
    { arg1: argument, arg2: argument },
    ({ arg1, arg2 }) => `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`,
  ),
  prompt(
    "test_prompt_with_embedded_resource",
    { resourceUri: argument },
    ({ resourceUri }) => [
      user({
        type: "resource",
        resource: {
          uri: resourceUri,
          mimeType: "text/plain",
          text: "Embedded resource content for testing.",
        },
      }),
      user(text("Please process the embedded resource above.")),
    ],
  ),
  prompt("test_prompt_with_image", {}, () => [
    user(image),
    user(text("Please analyze the image above.")),
  ]),
  prompt("test_input_required_result_prompt", {}, () => {
    const response = client.response("user_context");
    if (response) return `With ${JSON.stringify(response)}`;
    return client.ask({
      user_context: form("What context should the prompt use?", {
        context: string,
      }),
    });
  }),
];

/** Every fixture; `changed` is told to a tool that changes the lists. */
export function fixtures(changed: () => void): readonly AnyHandler[] {
  return [
    ...TOOLS,
    ...["test_trigger_tool_change", "test_trigger_prompt_change"].map((name) =>
      tool(name, {}, () => {
        changed();
        return "changed";
      })
    ),
    ...PROMPTS,
    defineCompletion({
      ...DECLARED,
      name: "test_words",
      title: "Words",
      run: () => Promise.resolve(["paris", "park", "party"]),
    }),
    defineResource({
      ...DECLARED,
      name: "static_text",
      title: "Text",
      uri: "test://static-text",
      mimeType: "text/plain",
      output: z.string(),
      run: () =>
        Promise.resolve("This is the content of the static text resource."),
    }),
    defineResource({
      ...DECLARED,
      name: "static_binary",
      title: "Bytes",
      uri: "test://static-binary",
      mimeType: "image/png",
      output: z.instanceof(Uint8Array),
      run: () => Promise.resolve(Uint8Array.fromBase64(PNG)),
    }),
    defineResource({
      ...DECLARED,
      name: "watched",
      title: "Watched",
      uri: "test://watched-resource",
      mimeType: "text/plain",
      output: z.string(),
      run: () => Promise.resolve("Watched resource content."),
    }),
    template,
  ];
}

const ID = z.strictObject({ id: z.string().describe("Any text.") });

/** A resource about no node, which no builder of the registry makes. */
const template: ResourceTemplate = {
  ...DECLARED,
  name: "template_data",
  title: "Template",
  kind: "resource_template",
  target: "none",
  uriTemplate: "test://template/{id}/data",
  mimeType: "application/json",
  input: ID,
  complete: {},
  probes: [],
  prepare(args): Prepared<unknown> {
    const { id } = ID.parse(args);
    const run = (): Promise<unknown> =>
      Promise.resolve({ id, templateTest: true, data: `Data for ID: ${id}` });
    return { target: "none", run };
  },
};
