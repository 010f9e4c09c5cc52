/**
 * What `kubectl port-forward` does, for the soak: FAR_PID FOLDER NEAR_PORT FAR_PORT
 * listens here and connects to loopback in another network namespace.
 *
 * @module
 */

const [pid = "", folder = "", near = "", far = ""] = Deno.args;
const program =
  new URL("../../../tests/support/ssh_program.ts", import.meta.url).pathname;
const deno = [Deno.execPath(), "run", "--quiet", "--no-config", "-A", program];
for await (
  const conn of Deno.listen({ hostname: "127.0.0.1", port: Number(near) })
) {
  const child = new Deno.Command("nsenter", {
    args: ["-t", pid, "-n", "--", ...deno, folder, "-W", `127.0.0.1:${far}`],
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  conn.readable.pipeTo(child.stdin).catch(() => {});
  child.stdout.pipeTo(conn.writable).catch(() => {});
}
