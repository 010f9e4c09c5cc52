/**
 * beamtap over HTTP, and the stock clients of both lines of the MCP SDK that
 * talk to it.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
// Deno resolves the types of these two to `any` unless told where they are.
// @ts-types="npm:@modelcontextprotocol/sdk@1.32.2/client"
import { Client as OldClient } from "@modelcontextprotocol/sdk/client/index.js";
// @ts-types="npm:@modelcontextprotocol/sdk@1.32.2/client/streamableHttp"
import { StreamableHTTPClientTransport as OldTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import {
  type Answer,
  answer,
  asking,
  environment,
  type Program,
} from "./support.ts";

/** beamtap, listening on a free port of this machine. */
export class HttpProgram implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #tokensFile: string;
  readonly #program: Program;
  readonly #stderr: ReadableStreamDefaultReader<string>;
  /** Where MCP is served. */
  url = "";
  #output = "";

  private constructor(program: Program, file: string, args: string[]) {
    this.#program = program;
    this.#tokensFile = file;
    this.#child = new Deno.Command(program.command, {
      args: [
        ...withFile(program, file),
        "serve",
        "--http=127.0.0.1:0",
        `--tokens=${file}`,
        ...args,
      ],
      env: environment(),
      clearEnv: true,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#stderr = this.#child.stderr
      .pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Starts one; tokens are made by {@linkcode HttpProgram.token} before or after. */
  static async start(
    program: Program,
    args: string[],
  ): Promise<HttpProgram> {
    const file = await Deno.makeTempFile();
    await Deno.writeTextFile(file, '{"tokens": []}');
    const server = new HttpProgram(program, file, args);
    server.url = await server.said(/http:\S+/);
    return server;
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Whether it says that its runtime does not enforce the limits of its HTTP server. */
  get lacksLimits(): boolean {
    return this.#output.includes("does not enforce limits");
  }

  /** A new token with these grants; the server follows the file. */
  async token(name: string, allow: string[]): Promise<string> {
    const token = await this.#tokenCommand(
      "new",
      name,
      ...allow.map((grant) => `--allow=${grant}`),
    );
    await this.#until(token, (status) => status !== 401);
    return token;
  }

  /** Takes a token back, and waits until the server knows. */
  async revoke(name: string, token: string): Promise<void> {
    await this.#tokenCommand("revoke", name);
    await this.#until(token, (status) => status === 401);
  }

  async #tokenCommand(...args: string[]): Promise<string> {
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--allow-all", main(this.#program), "token"],
        ...[...args, `--tokens=${this.#tokensFile}`],
      ],
      env: environment(),
      clearEnv: true,
    }).output();
    if (code !== 0) throw new Error(`token ${args.join(" ")} failed`);
    return new TextDecoder().decode(stdout).trim();
  }

  async #until(
    token: string,
    reached: (status: number) => boolean,
  ): Promise<void> {
    for (;;) {
      const response = await fetch(this.url, {
        headers: { authorization: `Bearer ${token}` },
      });
      await response.body?.cancel();
      if (reached(response.status)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits until standard error holds this, and gives it. */
  async said(pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(this.#output) ?? [];
      if (found !== undefined) return found;
      const { done, value } = await this.#stderr.read();
      if (done) throw new Error(`it ended: ${this.#output}`);
      this.#output += value;
    }
  }

  /** Asks it to end; its exit status. */
  async stop(): Promise<number> {
    this.#child.kill("SIGTERM");
    return (await this.#child.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#child.kill("SIGKILL");
    } catch { /* it has ended */ }
    await this.#stderr.cancel();
    await this.#child.status;
    await Deno.remove(this.#tokensFile);
  }
}

function main(program: Program): string {
  return program.args.at(-1) ??
    new URL("../../main.ts", import.meta.url).pathname;
}

/** Deno's permission to read the file, where Deno runs it. */
export function withFile({ args }: Program, file: string): string[] {
  return args.length === 0
    ? []
    : [...args.slice(0, -1), `--allow-read=${file}`, ...args.slice(-1)];
}

/** A stock client over HTTP. */
export interface HttpClient extends AsyncDisposable {
  tools(): Promise<string[]>;
  prompts(): Promise<string[]>;
  call(
    tool: string,
    args?: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<Answer>;
  read(uri: string): Promise<string>;
}

/** A kind of stock client. */
export interface HttpClientKind {
  readonly name: string;
  connect(url: string, token: string): Promise<HttpClient>;
}

const info = { name: "beamtap-tests", version: "1.0.0" };

function bearer(token: string): { requestInit: RequestInit } {
  return { requestInit: { headers: { authorization: `Bearer ${token}` } } };
}

function adapted(client: Client | OldClient): HttpClient {
  return {
    tools: async () => (await client.listTools()).tools.map((t) => t.name),
    prompts: async () =>
      (await client.listPrompts()).prompts.map((p) => p.name),
    call: async (name, args = {}, signal) =>
      answer(await called(client, name, args, signal)),
    read: async (uri) =>
      JSON.stringify((await client.readResource({ uri })).contents),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function called(
  client: Client | OldClient,
  name: string,
  args: Record<string, unknown>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const options = signal === undefined ? {} : { signal };
  const call = asking(name, args);
  return client instanceof OldClient
    ? client.callTool(call, undefined, options)
    : client.callTool(call, options);
}

function newKind(
  name: string,
  mode: "legacy" | "auto" | { pin: string },
): HttpClientKind {
  return {
    name,
    async connect(url, token): Promise<HttpClient> {
      const client = new Client(info, { versionNegotiation: { mode } });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(url), bearer(token)),
      );
      return adapted(client);
    },
  };
}

/** The newer client as it comes with the newest protocol. */
export const NEWEST: HttpClientKind = newKind(
  "client 2.4 over HTTP, 2026-07-28",
  { pin: "2026-07-28" },
);

/** The stock clients. */
export const HTTP_CLIENTS: readonly HttpClientKind[] = [
  {
    name: "sdk 1.32 over HTTP",
    async connect(url, token): Promise<HttpClient> {
      const client = new OldClient(info);
      const transport = new OldTransport(new URL(url), bearer(token));
      await client.connect(transport);
      return adapted(client);
    },
  },
  newKind("client 2.4 over HTTP, legacy", "legacy"),
  newKind("client 2.4 over HTTP, auto", "auto"),
  NEWEST,
];
