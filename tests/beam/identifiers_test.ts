import { assertEquals, assertThrows } from "@std/assert";
import { BeamError } from "../../lib/beam/mod.ts";
import { encodeProcess } from "../../lib/beam/identifiers.ts";
import { readIdentifier, readPid } from "../../lib/beam/read.ts";
import { atom, format, Pid, Port, type Term } from "../../lib/etf/mod.ts";

function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

Deno.test("a pid is taken as Erlang and as Elixir print it", () => {
  assertEquals(text(encodeProcess("<0.12.3>")), `{pid,<<"<0.12.3>">>}`);
  assertEquals(text(encodeProcess(" #PID<0.12.3> ")), `{pid,<<"<0.12.3>">>}`);
});

Deno.test("a name goes as binaries, in every spelling it may have", () => {
  const spellings: Record<string, string> = {
    "my_server": `{name,[<<"my_server">>]}`,
    ":my_server": `{name,[<<"my_server">>]}`,
    "'my server'": `{name,[<<"my server">>]}`,
    ':"my server"': `{name,[<<"my server">>]}`,
    "MyApp.Repo": `{name,[<<"Elixir.MyApp.Repo">>,<<"MyApp.Repo">>]}`,
    "Elixir.MyApp.Repo": `{name,[<<"Elixir.MyApp.Repo">>]}`,
  };
  for (const [name, term] of Object.entries(spellings)) {
    assertEquals(text(encodeProcess(name)), term);
  }
});

Deno.test("a pid of another node is refused, with the way to go", () => {
  const index = assertThrows(() => encodeProcess("<9.1.2>"), BeamError);
  assertEquals(index.code, "foreign_pid");
  const named = assertThrows(() => encodeProcess("<b@host.7.1>"), BeamError);
  assertEquals(named.code, "foreign_pid");
  assertEquals(named.hint, "ask b@host about <0.7.1>");
});

Deno.test("what is neither pid nor name is refused", () => {
  for (
    const wrong of ["", "  ", ":", "<0.1>", "<0.1.2", "<<0.1.2>>", "0.91.0"]
  ) {
    const error = assertThrows(() => encodeProcess(wrong), BeamError);
    assertEquals(error.code, "bad_process", wrong);
    if (wrong === "0.91.0") assertEquals(error.hint, "write <0.91.0>");
  }
});

Deno.test("pids and ports are shown as their node prints them, others with their node", () => {
  const here = atom("a@host");
  const there = atom("b@host");
  assertEquals(readPid(new Pid(here, 7, 1, 5), "a@host"), "<0.7.1>");
  assertEquals(readPid(new Pid(there, 7, 1, 5), "a@host"), "<b@host.7.1>");
  assertEquals(
    readIdentifier(new Port(here, 3n, 5), "a@host"),
    "#Port<0.3>",
  );
});
