/**
 * beamtap as its users run it: a program on standard input and output, driven
 * by the stock clients of both lines of the MCP SDK, or line by line.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
// Deno resolves the types of these two to `any` unless told where they are.
// @ts-types="npm:@modelcontextprotocol/sdk@1.32.2/client"
import { Client as OldClient } from "@modelcontextprotocol/sdk/client/index.js";
// @ts-types="npm:@modelcontextprotocol/sdk@1.32.2/client/stdio"
import { StdioClientTransport as OldTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import * as z from "zod";

/** A way to run beamtap. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const main = new URL("../../main.ts", import.meta.url).pathname;
const binary = Deno.env.get("BEAMTAP_BINARY");

/** By Deno with the one permission it needs; and as an executable, where there is one. */
export const PROGRAMS: readonly Program[] = [
  {
    name: "deno run",
    command: Deno.execPath(),
    args: ["run", "--allow-net", "--no-prompt", main],
  },
  ...binary ? [{ name: "executable", command: binary, args: [] }] : [],
];

/** Declares a test for each program; without an executable, it shows as ignored there. */
export function testEach(
  name: string,
  body: (program: Program) => Promise<void>,
): void {
  for (const program of PROGRAMS) {
    Deno.test({
      name: `${program.name}: ${name}`,
      fn: () => body(program),
      // The stock clients leave timers behind when they close.
      sanitizeOps: false,
      sanitizeResources: false,
    });
  }
  if (binary === undefined) {
    Deno.test.ignore(`executable (BEAMTAP_BINARY): ${name}`, () => {});
  }
}

/** What a tool answered. */
export interface Answer {
  readonly text: string;
  readonly isError: boolean;
  readonly structured: Readonly<Record<string, unknown>>;
}

/** A stock client, connected. */
export interface TestClient extends AsyncDisposable {
  readonly instructions: string | undefined;
  tools(): Promise<readonly { name: string }[]>;
  call(tool: string, args?: Record<string, unknown>): Promise<Answer>;
}

/** A kind of stock client. */
export interface ClientKind {
  readonly name: string;
  connect(program: Program, args: readonly string[]): Promise<TestClient>;
}

const RESULT = z.object({
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  isError: z.boolean().default(false),
  structuredContent: z.record(z.string(), z.unknown()).default({}),
});

/** The parameters of a call that asks for the structure of the answer beside its text. */
export function asking(
  name: string,
  args: Record<string, unknown>,
): {
  name: string;
  arguments: Record<string, unknown>;
  _meta: Record<string, unknown>;
} {
  return { name, arguments: args, _meta: { "beamtap/structured": true } };
}

/** What a stock client was answered. */
export function answer(result: unknown): Answer {
  const { content, isError, structuredContent } = RESULT.parse(result);
  return { text: content[0].text, isError, structured: structuredContent };
}

function parameters(
  program: Program,
  args: readonly string[],
): { command: string; args: string[]; env: Record<string, string> } {
  return {
    command: program.command,
    args: [...program.args, ...args],
    env: environment(),
  };
}

/** Our environment without what would change beamtap's settings. */
export function environment(): Record<string, string> {
  const entries = Object.entries(Deno.env.toObject());
  return Object.fromEntries(
    entries.filter(([name]) => !/^(BEAMTAP_|ERL_)/.test(name)),
  );
}

const info = { name: "beamtap-tests", version: "1.0.0" };

function newKind(
  name: string,
  mode: "legacy" | "auto" | { pin: string },
): ClientKind {
  return {
    name,
    async connect(program, args): Promise<TestClient> {
      const client = new Client(info, { versionNegotiation: { mode } });
      await client.connect(
        new StdioClientTransport(parameters(program, args)),
      );
      return {
        instructions: client.getInstructions(),
        tools: async () => (await client.listTools()).tools,
        call: async (name, args = {}) =>
          answer(await client.callTool(asking(name, args))),
        [Symbol.asyncDispose]: () => client.close(),
      };
    },
  };
}

const oldKind: ClientKind = {
  name: "sdk 1.32",
  async connect(program, args): Promise<TestClient> {
    const client = new OldClient(info);
    await client.connect(new OldTransport(parameters(program, args)));
    return {
      instructions: client.getInstructions(),
      tools: async () => (await client.listTools()).tools,
      call: async (name, args = {}) =>
        answer(await client.callTool(asking(name, args))),
      [Symbol.asyncDispose]: () => client.close(),
    };
  },
};

/** The newer client as it comes with the newest protocol. */
export const NEW_CLIENT: ClientKind = newKind("client 2.4, 2026-07-28", {
  pin: "2026-07-28",
});

/** Every stock client, in every way it may open. */
export const CLIENTS: readonly ClientKind[] = [
  oldKind,
  newKind("client 2.4, legacy", "legacy"),
  newKind("client 2.4, auto", "auto"),
  NEW_CLIENT,
];

/** What a client of the 2025 era sends, a line each, as the input of a program. */
export function conversation(
  ...requests: readonly (readonly [method: string, params: object])[]
): string {
  const hello = {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: info,
  };
  return [["initialize", hello] as const, ...requests].map(
    ([method, params], id) =>
      `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`,
  ).join("");
}

/** How to run a program by hand. */
export interface RunOptions {
  /** Written to standard input, which is then closed. */
  input?: string;
  env?: Record<string, string>;
}

/** How a program ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export async function run(
  program: Program,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const child = new Deno.Command(program.command, {
    args: [...program.args, ...args],
    env: { ...environment(), ...options.env },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  const write = async (): Promise<void> => {
    if (options.input) await writer.write(encoder.encode(options.input));
    await writer.close();
  };
  const [output] = await Promise.all([child.output(), write()]);
  return {
    code: output.code,
    stdout: decoder.decode(output.stdout),
    stderr: decoder.decode(output.stderr),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A server driven line by line. */
export class RawServer implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;
  readonly #stderr: Promise<string>;
  #nextId = 1;

  constructor(program: Program, args: readonly string[]) {
    this.#child = new Deno.Command(program.command, {
      args: [...program.args, ...args],
      env: environment(),
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.#lines = split(this.#child.stdout);
    this.#stderr = new Response(this.#child.stderr).text();
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Sends a request of the 2025 era; its id. */
  async request(method: string, params: unknown = {}): Promise<number> {
    const id = this.#nextId++;
    await this.send({ jsonrpc: "2.0", id, method, params });
    return id;
  }

  async send(message: unknown): Promise<void> {
    await this.#writer.write(encoder.encode(`${JSON.stringify(message)}\n`));
  }

  /** Shakes hands as a client of the 2025 era does. */
  async initialize(): Promise<void> {
    await this.request("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: info,
    });
    await this.next();
    await this.send({ jsonrpc: "2.0", method: "notifications/initialized" });
  }

  /** The next line of standard output, as JSON-RPC; `undefined` at its end. */
  async next(): Promise<z.infer<typeof MESSAGE> | undefined> {
    const { done, value } = await this.#lines.next();
    return done ? undefined : MESSAGE.parse(JSON.parse(value));
  }

  /** Ends its input. */
  async end(): Promise<void> {
    await this.#writer.close();
  }

  /** Closes our end of its standard output. */
  async stopReading(): Promise<void> {
    await this.#lines.return?.();
  }

  signal(signal: Deno.Signal): void {
    this.#child.kill(signal);
  }

  /** How it ended. */
  async ended(): Promise<{ code: number; stderr: string }> {
    const { code } = await this.#child.status;
    await this.#writer.close().catch(() => {});
    return { code, stderr: await this.#stderr };
  }

  /** Kills it if it still runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#child.kill("SIGKILL");
    } catch { /* it has ended */ }
    await this.ended();
    await this.stopReading();
  }
}

/** Any JSON-RPC message. */
const MESSAGE = z.strictObject({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.number(), z.string(), z.null()]).optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ code: z.int(), message: z.string() }).optional(),
});

async function* split(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** The arguments with which beamtap reaches a node. */
export function reaching(
  node: { name: string; cookie: string; epmd: { port: number } },
): string[] {
  return [node.name, "--cookie", node.cookie, ...epmdOption(node.epmd)];
}

/** The argument that names a port mapper of the tests' own. */
export function epmdOption(epmd: { port: number }): string[] {
  return [`--epmd-port=${epmd.port}`];
}
