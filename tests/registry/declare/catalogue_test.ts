import { assert, assertEquals, assertThrows } from "@std/assert";
import { RegistryError } from "../../../lib/registry/mod.ts";
import { Catalogue } from "../../../lib/registry/declare/catalogue.ts";
import { nodeTool, plainTool, prompt, resource } from "../support.ts";

/** A catalogue with one tool, and how often its listeners were told of changes. */
function watched(): { catalogue: Catalogue; told: () => number } {
  const catalogue = new Catalogue();
  catalogue.register(plainTool("one"));
  let told = 0;
  catalogue.onChange(() => told++);
  return { catalogue, told: () => told };
}

function names(catalogue: Catalogue): string[] {
  return catalogue.all("tool").map(({ name }) => name);
}

Deno.test("a registration that fails changes nothing and notifies nobody", () => {
  const thrower = new Proxy(plainTool("two"), {
    get: () => {
      throw new Error("got you");
    },
  });
  const { catalogue, told } = watched();
  assertThrows(() => catalogue.register(thrower), Error, "got you");
  assertThrows(() => catalogue.register(plainTool("one")), RegistryError);
  assertEquals([names(catalogue), told()], [["one"], 0]);
});

Deno.test("names that every object has are names like others", () => {
  const catalogue = new Catalogue();
  for (const name of ["constructor", "__proto__"]) {
    assertEquals(catalogue.find("tool", name), undefined);
    catalogue.register(plainTool(name));
    assertEquals(catalogue.find("tool", name)?.name, name);
  }
});

Deno.test("a registered handler cannot be changed from outside", () => {
  const catalogue = new Catalogue();
  const scopes: ("inspect" | "eval")[] = ["eval"];
  catalogue.register(nodeTool({ name: "kill_it", scopes }));
  scopes[0] = "inspect";
  const found = catalogue.find("tool", "kill_it");
  assertEquals(found?.scopes, ["eval"]);
  assert(Object.isFrozen(found) && Object.isFrozen(found?.scopes));
});

Deno.test("one name may be of several kinds, one address of one resource", () => {
  const catalogue = new Catalogue();
  catalogue.register(plainTool("look"));
  catalogue.register(prompt("look"));
  catalogue.register(resource("look"));
  assertEquals(catalogue.all("prompt").length, 1);
  const other = { ...resource("other"), uri: resource("look").uri };
  assertThrows(() => catalogue.register(other), RegistryError, "test://look");
});

Deno.test("a stale registration cannot remove its successor", () => {
  const { catalogue, told } = watched();
  const first = catalogue.register(plainTool("two"));
  first[Symbol.dispose]();
  catalogue.register(plainTool("two"));
  assertEquals(told(), 3);
  first[Symbol.dispose]();
  assertEquals(names(catalogue), ["one", "two"]);
  assertEquals(told(), 3);
});

Deno.test("unregistering twice is harmless", () => {
  const { catalogue, told } = watched();
  assertEquals(catalogue.unregister("tool", "one"), true);
  assertEquals(catalogue.unregister("tool", "one"), false);
  assertEquals(catalogue.unregister("prompt", "toString"), false);
  assertEquals([names(catalogue), told()], [[], 1]);
});

Deno.test("what was unregistered leaves its address free", () => {
  const catalogue = new Catalogue();
  using _first = catalogue.register(resource("look"));
  catalogue.unregister("resource", "look");
  catalogue.register(resource("look"));
  assertEquals(catalogue.at("test://look")?.name, "look");
});

Deno.test("a batch is one change, or none", () => {
  const { catalogue, told } = watched();
  catalogue.batch(() => {
    for (let n = 0; n < 200; n++) catalogue.register(plainTool(`tool_${n}`));
    assertEquals(told(), 0);
  });
  assertEquals([names(catalogue).length, told()], [201, 1]);
  const before = names(catalogue);
  assertThrows(
    () =>
      catalogue.batch(() => {
        catalogue.register(plainTool("fresh"));
        catalogue.unregister("tool", "one");
        catalogue.batch(() => catalogue.register(plainTool("fresh_too")));
        catalogue.register(plainTool("tool_7"));
      }),
    RegistryError,
    "tool_7",
  );
  assertEquals([names(catalogue), told()], [before, 1]);
  catalogue.batch(() => {});
  assertEquals(told(), 1);
});

Deno.test("a batch within a batch may fail alone", () => {
  const { catalogue, told } = watched();
  catalogue.batch(() => {
    catalogue.register(plainTool("two"));
    assertThrows(
      () =>
        catalogue.batch(() => {
          catalogue.register(plainTool("three"));
          catalogue.register(plainTool("two"));
        }),
      RegistryError,
    );
    catalogue.register(plainTool("four"));
  });
  assertEquals([names(catalogue), told()], [["one", "two", "four"], 1]);
});

Deno.test("a batch that is not done when it returns is none", async () => {
  const { catalogue, told } = watched();
  const later = Promise.withResolvers<void>();
  const register = async (): Promise<void> => {
    catalogue.register(plainTool("two"));
    await later.promise;
  };
  assertThrows(() => catalogue.batch(register), RegistryError, "cannot wait");
  later.resolve();
  await later.promise;
  assertEquals([names(catalogue), told()], [["one"], 0]);
});

Deno.test("a list once read does not change", () => {
  const { catalogue } = watched();
  const before = catalogue.all("tool");
  catalogue.register(plainTool("two"));
  assertEquals(before.length, 1);
});

Deno.test("a listener who was disposed of is told nothing", () => {
  const catalogue = new Catalogue();
  let told = 0;
  const tell = (): number => told++;
  using _stays = catalogue.onChange(tell);
  catalogue.onChange(tell)[Symbol.dispose]();
  catalogue.register(plainTool("one"));
  assertEquals(told, 1);
});

Deno.test("what a listener throws is reported, and the registration holds", async () => {
  const failures: unknown[] = [];
  const catalogue = new Catalogue((error) => failures.push(error));
  const [thrown, rejected] = [new Error("thrown"), new Error("rejected")];
  let told = 0;
  catalogue.onChange(() => {
    throw thrown;
  });
  catalogue.onChange(() => Promise.reject(rejected));
  catalogue.onChange(() => told++);
  using one = catalogue.register(plainTool("one"));
  const two = catalogue.batch(() => catalogue.register(plainTool("two")));
  assertEquals([names(catalogue), told], [["one", "two"], 2]);
  two[Symbol.dispose]();
  catalogue.touch();
  await Promise.resolve();
  assertEquals([names(catalogue), told], [["one"], 4]);
  assertEquals(failures.filter((each) => each === thrown).length, 4);
  assertEquals(failures.filter((each) => each === rejected).length, 4);
  assert(one !== two);
});

Deno.test("registrations one by one copy nothing while nobody holds a snapshot", () => {
  const tools = Array.from({ length: 4000 }, (_, n) => plainTool(`t_${n}`));
  const catalogue = new Catalogue();
  const Original = globalThis.Map;
  let copied = 0;
  globalThis.Map = class<K, V> extends Original<K, V> {
    constructor(entries?: Iterable<readonly [K, V]> | null) {
      super(entries);
      copied += this.size;
    }
  };
  try {
    for (const tool of tools.slice(0, 3999)) catalogue.register(tool);
    const alone = copied;
    catalogue.batch(() => {
      for (const tool of tools.slice(3999)) catalogue.register(tool);
    });
    assertEquals([alone < 100, copied - alone < 5000], [true, true]);
  } finally {
    globalThis.Map = Original;
  }
  assertEquals(catalogue.all("tool").length, 4000);
});
