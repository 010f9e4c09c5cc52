import { assertEquals } from "@std/assert";
import { type NodePlace, PortMappers } from "../../lib/cli/node_states.ts";

Deno.test("a port mapper is asked once for all who want to know at the same time, and again later", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let asked = 0;
  const answering = (async (): Promise<void> => {
    for await (const connection of listener) {
      asked++;
      await connection.read(new Uint8Array(64));
      const port = new Uint8Array(4);
      const names = new TextEncoder().encode("name a at port 4001\n");
      await connection.write(new Uint8Array([...port, ...names]));
      connection.close();
    }
  })();
  const mappers = new PortMappers();
  const place = (name: string): NodePlace => ({
    name,
    host: undefined,
    port: undefined,
    epmdPort: listener.addr.port,
    ssh: undefined,
  });
  const places = ["a@127.0.0.1", "b@127.0.0.1"].map(place);
  const many = await Promise.all(
    Array.from({ length: 50 }, () => mappers.states(places, [])),
  );
  assertEquals(asked, 1);
  for (const states of many) {
    assertEquals(states.map(({ registered }) => registered), [true, false]);
  }
  await mappers.states(places, []);
  assertEquals(asked, 2);
  listener.close();
  await answering;
});
