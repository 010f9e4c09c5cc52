/**
 * Scripted TCP peers, for what a real one will not do on demand.
 *
 * @module
 */

/** A listener on loopback that runs a script for every connection. */
export interface ScriptedPeer extends AsyncDisposable {
  readonly port: number;
  /** Connections accepted so far. */
  readonly accepted: number;
}

/** Accepts connections and runs `script` on each; what it throws once we dispose is ignored. */
export function startPeer(
  script: (conn: Deno.TcpConn) => Promise<void> | void,
): ScriptedPeer {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open = new Set<Deno.TcpConn>();
  let accepted = 0;
  const running: Promise<void>[] = [];
  const serving = (async () => {
    for await (const conn of listener) {
      accepted++;
      open.add(conn);
      running.push((async () => {
        try {
          await script(conn);
        } catch {
          // The other side left, or the test is over.
        }
      })());
    }
  })();
  return {
    port: (listener.addr as Deno.NetAddr).port,
    get accepted(): number {
      return accepted;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      listener.close();
      await serving;
      for (const conn of open) conn[Symbol.dispose]();
      await Promise.all(running);
    },
  };
}

/** A script that accepts and never says a word. */
export async function silence(conn: Deno.TcpConn): Promise<void> {
  const sink = new Uint8Array(1024);
  while (await conn.read(sink) !== null);
}
