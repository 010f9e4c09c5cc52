import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import { redactFieldsQuestion } from "../../../lib/beam/schemas.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { evaluate, eventually } from "../../support/remote.ts";
import { useTarget } from "../../support/target.ts";
import { callerOf } from "../../support/tools.ts";

/** Stand-ins for what ecto 3.12 compiles into schemas; the last does not answer. */
const CAST = `
  defmodule Shop.Account do
    defstruct [:id, :iban, :pages, owner: "ann"]
    def __schema__(:redact_fields), do: [:iban, :owner]
  end
  defmodule Shop.Plain do
    defstruct [:iban]
  end
  defmodule Shop.Hung do
    defstruct [:iban]
    def __schema__(:redact_fields), do: Process.sleep(:infinity)
  end
  defmodule Shop.Old do
    defstruct [:iban]
    def __schema__(:fields), do: [:iban]
  end
  defmodule Shop.Buy do
    def run(account) do
      pay(account)
      Process.sleep(20)
      __MODULE__.run(account)
    end
    def pay(account), do: account.id
  end
  account = struct!(Shop.Account, id: 7, iban: "s3cr3t", pages: 12)
  hung = struct!(Shop.Hung, iban: "s3cr3t")
  :ets.new(:accounts, [:named_table, :public])
  :ets.insert(:accounts, {1, account})
  keep = fn name, state -> spawn(fn ->
    {:ok, _} = Agent.start_link(fn -> state end, name: name)
    Process.sleep(:infinity)
  end) end
  spawn(fn ->
    Process.register(self(), :logging)
    receive do
      :go ->
        for report <- [%{account: account, rows: Enum.to_list(1..5000)}, %{account: account, done: fn -> account end}],
          do: :logger.error(report)
        :logger.error("paid", %{crash_reason: {account, []}, conn: %{account: account, before: [fn -> account end]}})
    end
  end)
  keep.(:keeper, %{account: account, plain: struct!(Shop.Plain, iban: "open")})
  keep.(:hung, hung)
  keep.(:old, struct!(Shop.Old, iban: "s3cr3t"))
  Application.put_env(:elixir, :hung, hung)
  spawn(fn -> Shop.Buy.run(account) end)
  idle = spawn(fn -> Process.sleep(:infinity) end)
  :ets.give_away(:accounts, idle, nil)
  Process.register(idle, :boxed)
  send(idle, {:paid, account})
  Application.put_env(:elixir, :account, account)
  Process.sleep(200)`;

let remote: RemoteNode;
useTarget({ elixir: "elixir", setup: CAST }, (link) => remote = link);

type Call = ReturnType<typeof callerOf>;

function caller(): Call {
  const allow = ["inspect", "data", "trace"];
  return callerOf(remote, TOOLS, allow, createBeam(remote), "elixir");
}

async function shown(
  tool: string,
  args: Record<string, unknown>,
  call: Call = caller(),
): Promise<string> {
  const { ok, text } = await call(tool, args);
  assert(ok, text);
  return text;
}

Deno.test("what a schema marks never leaves, by whatever tool", async () => {
  // In which order the fields are sent depends on the release.
  const fields = ['iban: "[redacted]"', 'owner: "[redacted]"', "pages: 12"];
  for (
    const [tool, args] of [
      ["get_process_state", { process: "keeper" }],
      ["read_ets", { table: "accounts" }],
      ["get_app_env", { application: "elixir", key: "account" }],
      ["get_mailbox", { process: "boxed", view: "sample", force: true }],
    ] as const
  ) {
    const text = await shown(tool, args);
    assert(!text.includes("s3cr3t"), text);
    for (const field of fields) assert(text.includes(field), text);
  }
  const state = await shown("get_process_state", { process: "keeper" });
  assert(state.includes('%Shop.Plain{iban: "open"}'), state);
  for (
    const [field, shows] of [["iban", 'term: "[redacted]"'], [
      "pages",
      "term=12",
    ]] as const
  ) {
    const text = await shown("get_process_state", {
      process: "keeper",
      path: ["account", field],
    });
    assert(text.includes(shows), text);
  }
});

Deno.test("of a struct whose module does not answer nothing leaves but its name", async () => {
  const text = await shown("get_process_state", { process: "hung" });
  assert(text.includes('term: %Shop.Hung{iban: "[redacted]"}'), text);
  for (
    const [tool, args] of [
      ["get_process_state", { process: "hung" }],
      ["get_process_state", { process: "old" }],
      ["get_app_env", { application: "elixir", key: "hung" }],
    ] as const
  ) {
    const field = await shown(tool, { ...args, path: ["iban"] });
    assert(field.includes('"[redacted]"') && !field.includes("s3cr3t"), field);
  }
});

Deno.test("what a schema marks leaves no log report either, however large, nor metadata", async () => {
  await evaluate(
    remote,
    "[logger:remove_handler(Id) || #{id := Id} <- logger:get_handler_config()]",
  );
  const captured = shown("capture_logs", { max_events: 3 });
  await eventually(
    () =>
      evaluate(
        remote,
        "lists:keymember(beamtap_log_1, 1, maps:get(filters, logger:get_primary_config()))",
      ),
    "true",
  );
  await evaluate(remote, "logging ! go");
  const text = await captured;
  assert(!text.includes("s3cr3t"), text);
  assertEquals(text.match(/%Shop.Account\{/g)?.length, 4);
  assert(text.includes("5, … "), text);
});

Deno.test("what a trace session collects is without it, too", async () => {
  const call = caller();
  const started = await call("start_trace", {
    module: "Shop.Buy",
    function: "pay",
    arguments: true,
    max_events: 3,
  });
  assert(started.ok, started.text);
  const { session } = Object(started.structured);
  let text = "";
  while (!text.includes("pages: 12")) {
    text += await shown("read_trace", { session }, call);
  }
  assert(text.includes('iban: "[redacted]"'), text);
  assert(!text.includes("s3cr3t"), text);
  await call("stop_trace", { session });
});

Deno.test("asking makes no atom, and knows nothing of what is no schema", async () => {
  await assertHarmless(remote, redactFieldsQuestion, [
    { structs: ["Elixir.Never.Seen.17", "Elixir.Shop.Account", "lists"] },
    { structs: [] },
  ]);
  const { fields } = await createBeam(remote).run(redactFieldsQuestion, {
    structs: [
      "Elixir.Never.Seen.17",
      "Elixir.Shop.Account",
      "Elixir.Shop.Plain",
    ],
  }, { timeoutMs: 10_000 });
  assertEquals(fields, [[], ["iban", "owner"], []]);
});
