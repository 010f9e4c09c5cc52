/**
 * Real BEAM nodes for tests: each with an EPMD of its own on a free port, on
 * loopback, killed by pid when its `await using` ends.
 *
 * @module
 */

/** An EPMD of our own. */
export interface Epmd extends AsyncDisposable {
  /** The port it listens on, on 127.0.0.1. */
  readonly port: number;
}

/** How to start a node. */
export interface BeamOptions {
  /** The EPMD to register with; one is started for this node alone if left out. */
  epmd?: Epmd;
  /** Full node name; a fresh one on 127.0.0.1 if left out. One on `::1` listens on IPv6. */
  name?: string;
  /** Does without EPMD, on this port. */
  port?: number;
  /** The IPv4 address to listen on, or `::1`. @default {"127.0.0.1"} */
  listenOn?: string;
  /** @default {"testcookie"} */
  cookie?: string;
  /** Erlang expressions to run once the node is up, without the final full stop. */
  setup?: string;
  /** More arguments for `erl`. */
  args?: string[];
  /** Environment for the node beside the test's own. */
  env?: Record<string, string>;
  /** The program: `erl`, or another release's. @default {"erl"} */
  erl?: string;
  /** The program `elixir` of a release, for an Elixir node; `setup` is in Elixir then. */
  elixir?: string;
}

/** A running node. */
export interface Beam extends AsyncDisposable {
  readonly name: string;
  readonly cookie: string;
  readonly epmd: Epmd;
  /** For a node without EPMD. */
  readonly port: number | undefined;
  readonly pid: number;
  /** What the node has written to its console so far. */
  output(): string;
  /** Sends a signal to the node's process; after `SIGSTOP` none of its threads runs. */
  signal(signal: Deno.Signal): void;
  /** Resolves when the node's process has ended. */
  readonly exited: Promise<void>;
}

let counter = 0;

/** A TCP port that nothing listens on right now. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

/** Starts an EPMD on 127.0.0.1, on a free port if none is given, and waits until it answers. */
export async function startEpmd(port?: number): Promise<Epmd> {
  for (let attempt = 1;; attempt++) {
    try {
      return await launchEpmd(port ?? freePort());
    } catch (error) {
      // Somebody else may have taken the free port meanwhile.
      if (port !== undefined || attempt === 3) throw error;
    }
  }
}

async function launchEpmd(port: number): Promise<Epmd> {
  const child = new Deno.Command("epmd", {
    args: ["-port", `${port}`, "-address", "127.0.0.1"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  let running = true;
  const ended = child.status.then(() => running = false);
  const dispose = async (): Promise<void> => {
    kill(child, "SIGKILL");
    await ended;
  };
  const begin = Date.now();
  for (;;) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return { port, [Symbol.asyncDispose]: dispose };
    } catch (cause) {
      if (!running || Date.now() - begin > 20_000) {
        await dispose();
        throw new Error("epmd did not start", { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Starts a node and waits until its `setup` has run. */
export async function startBeam(options: BeamOptions = {}): Promise<Beam> {
  const own = options.epmd === undefined;
  const epmd = options.epmd ?? await (options.port ? noEpmd() : startEpmd());
  const name = options.name ?? `t${Deno.pid}_${++counter}@127.0.0.1`;
  const cookie = options.cookie ?? "testcookie";
  const child = new Deno.Command(options.elixir ?? options.erl ?? "erl", {
    args: programArguments(name, cookie, options),
    env: {
      ERL_EPMD_PORT: `${epmd.port}`,
      HOME: "/nonexistent",
      ...options.env,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const ready = Promise.withResolvers<void>();
  const drain = async (stream: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      output += decoder.decode(chunk, { stream: true });
      if (output.includes("beam-is-ready")) ready.resolve();
    }
  };
  const drained = Promise.all([drain(child.stdout), drain(child.stderr)]);
  const exited = child.status.then(() => drained).then(() => {
    ready.reject(new Error(`the node ended before it was ready:\n${output}`));
  });
  ready.promise.catch(() => {});
  const dispose = async (): Promise<void> => {
    kill(child, "SIGKILL");
    await exited;
    if (own) await epmd[Symbol.asyncDispose]();
  };
  try {
    await ready.promise;
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    name,
    cookie,
    epmd,
    port: options.port,
    pid: child.pid,
    output: () => output,
    signal: (signal) => kill(child, signal),
    exited,
    [Symbol.asyncDispose]: dispose,
  };
}

function programArguments(
  name: string,
  cookie: string,
  options: BeamOptions,
): string[] {
  const host = name.split("@")[1] ?? "";
  const more = options.args ?? [];
  const inet6 = (options.listenOn ?? host).includes(":");
  const erl = [
    "-noinput",
    /[.:]/.test(host) ? "-name" : "-sname",
    name,
    "-setcookie",
    cookie,
    "-start_epmd",
    "false",
    "-kernel",
    "inet_dist_use_interface",
    inet6
      ? "{0,0,0,0,0,0,0,1}"
      : `{${(options.listenOn ?? "127.0.0.1").replaceAll(".", ",")}}`,
    ...(inet6 && !more.includes("-proto_dist")
      ? ["-proto_dist", "inet6_tcp"]
      : []),
    ...(options.port ? ["-erl_epmd_port", `${options.port}`] : []),
    ...more,
  ];
  if (options.elixir) {
    const ready = `${options.setup ?? ""}\nIO.puts("beam-is-ready")`;
    return ["--erl", erl.join(" "), "--no-halt", "-e", ready];
  }
  const setup = options.setup === undefined ? "" : `${options.setup}, `;
  return [...erl, "-eval", `${setup}io:put_chars("beam-is-ready\\n").`];
}

/** Nobody listens on port 1: with an EPMD in reach a node would register all the same. */
function noEpmd(): Epmd {
  return { port: 1, [Symbol.asyncDispose]: () => Promise.resolve() };
}

function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
    // A thread that is at work stops when the kernel next looks at it.
    while (signal === "SIGSTOP" && !isStopped(child.pid));
  } catch (error) {
    if (
      !(error instanceof TypeError || error instanceof Deno.errors.NotFound)
    ) {
      throw error;
    }
  }
}

/** Whether no thread of a process runs; its state is the first word after its name, in brackets. */
function isStopped(pid: number): boolean {
  const threads = `/proc/${pid}/task`;
  return [...Deno.readDirSync(threads)].every(({ name }) =>
    /\) [TtZX]/.test(Deno.readTextFileSync(`${threads}/${name}/stat`))
  );
}
