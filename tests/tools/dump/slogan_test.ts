import { assert, assertEquals } from "@std/assert";
import { frameText, readReason } from "../../../lib/tools/dump/reason.ts";
import {
  type Ending,
  hidesContents,
  readSlogan as read,
} from "../../../lib/tools/dump/slogan.ts";

/** Reads a slogan of a release. */
function readSlogan(
  slogan: string,
  contents: boolean,
  release: string | undefined = "27",
): Ending {
  return read(slogan, { contents, release });
}

/** As OTP 25 writes it; 27 and 29 write the reason as a string. */
const BADARITH =
  `{application_terminated,shop,{badarith,[{erlang,'div',[1,0],[{error_info,#{module => erl_erts_errors}}]},{m,divide,2,[{file,"m.erl"},{line,10}]},{'Elixir.Shop.Cart',run,[<<"secret">>,4711],[]}]}}`;

Deno.test("slogans of the runtime system are told from somebody's own text", () => {
  const cases: [string, string][] = [
    [
      'eheap_alloc: Cannot reallocate 1048576 bytes of memory (of type "old_heap").',
      "out_of_memory",
    ],
    ["no more index entries in atom_tab (max=1048576)", "table_full"],
    [`Kernel pid terminated (application_controller) (${BADARITH})`, "kernel"],
    ["Runtime terminating during boot ({load_failed,[m]})", "boot"],
    ["init terminating in do_boot ({undef,[{m,start,[],[]}]})", "boot"],
    ["System process <0.5.0> terminated: badarg", "system_process"],
    ["Received SIGUSR1", "asked"],
    ["Crash dump requested by user", "asked"],
    ["erl_child_setup closed", "child_setup"],
    ["beam/erl_gc.c:1234: heap overrun by 7 words(s)", "internal"],
    // Before OTP 24 no stack says who wrote these.
    ["Failed to connect to the database", "halt"],
    ["Internal error in the config", "halt"],
    ["disk full", "halt"],
    ["", "halt"],
    ["a heap: Cannot allocate", "halt"],
  ];
  for (const [slogan, kind] of cases) {
    assertEquals(readSlogan(slogan, false).kind, kind, slogan);
    const [contents, release] = [false, "27"];
    const of = (...halting: string[]): string =>
      read(slogan, { contents, release, halting }).kind;
    // Whoever calls erlang:halt may write anything; some modules of OTP have slogans of their own.
    assertEquals(of("erlang:halt/1", "m:f/0"), "halt", slogan);
    const isInits = kind === "kernel" || kind === "boot";
    assertEquals(
      of("erlang:halt/1", "init:crash/2"),
      isInits ? kind : "halt",
      slogan,
    );
    assertEquals(
      of("erlang:halt/1", "erl_signal_handler:handle_event/2"),
      kind === "asked" ? kind : "halt",
      slogan,
    );
  }
});

Deno.test("a slogan says what memory was for, and which table was full", () => {
  assertEquals(
    readSlogan(
      'binary_alloc: Cannot allocate 4000000000 bytes of memory (of type "binary").',
      false,
    ),
    {
      kind: "out_of_memory",
      allocator: "binary_alloc",
      bytes: 4_000_000_000,
      type: "binary",
    },
  );
  assertEquals(
    readSlogan("no more index entries in module_code (max=5)", false),
    {
      kind: "table_full",
      index: "module_code",
      table: "modules",
      limit: 5,
    },
  );
});

Deno.test("a reason has its application, its error and its calls, whatever release wrote it", () => {
  const old = `Kernel pid terminated (application_controller) (${BADARITH})`;
  const quoted = BADARITH.replaceAll('"', '\\"');
  const recent = `Kernel pid terminated (application_controller) ("${quoted}")`;
  // It may be cut anywhere.
  const slogans = [[old, "25"], [recent, "27"], [recent.slice(0, -40), "29"]];
  for (const [slogan = "", release] of slogans) {
    const ending = readSlogan(slogan, false, release);
    assert(ending.kind === "kernel");
    const { reason, who } = ending;
    assertEquals(who, "application_controller");
    assertEquals(reason.application, "shop");
    assertEquals(reason.error, "badarith");
    assertEquals(reason.stack.slice(0, 2).map((frame) => frameText(frame)), [
      "erlang:div/2",
      "m:divide/2 (m.erl:10)",
    ]);
  }
});

Deno.test("arguments and other contents of a reason are shown to those who may see them", () => {
  const cases: [string, string, string][] = [
    [
      BADARITH,
      "{application_terminated,shop,{badarith,[erlang:div/2 < m:divide/2 (m.erl:10) < Shop.Cart.run/2]}}",
      `{application_terminated,shop,{badarith,[erlang:div(1,0) < m:divide/2 (m.erl:10) < Shop.Cart.run(<<"secret">>,4711)]}}`,
    ],
    [
      `{bad_return_value,{state,"hunter22",[1,2],#{pin => 4711},<<"a>b">>,#Fun<m.1.2>}}`,
      "{bad_return_value,{state,_,[_],#{_},_,_}}",
      `{bad_return_value,{state,"hunter22",[1,2],#{pin => 4711},<<"a>b">>,#Fun<m.1.2>}}`,
    ],
    [
      `{shutdown,{failed_to_start_child,'Elixir.Shop.Repo',{badmatch,{error,"x`,
      "{shutdown,{failed_to_start_child,Shop.Repo,{badmatch,{error,_}}}}",
      `{shutdown,{failed_to_start_child,Shop.Repo,{badmatch,{error,"x}}}}`,
    ],
    ["killed", "killed", "killed"],
    ["", "", ""],
  ];
  for (const [text, without, all] of cases) {
    assertEquals(readReason(text, false).text, without);
    assertEquals(readReason(text, true).text, all);
  }
});

Deno.test("what is left out of a reason is told", () => {
  const cases: [string, boolean][] = [
    ["Kernel pid terminated (a) ({bad,{state,1}})", true],
    ['Kernel pid terminated (a) ("x")', false],
    ["Kernel pid terminated (a) ([1])", true],
    ["Kernel pid terminated (a) ({my_app,'a_b',[]})", false],
    ["_", false],
  ];
  for (const [slogan, hides] of cases) {
    const ending = readSlogan(slogan, false);
    assertEquals(hidesContents(ending), hides, slogan);
  }
  // Before reasons were printed as strings, a string was the reason.
  for (const release of ["25", undefined]) {
    const { reason } = Object(
      read('Kernel pid terminated (a) ("hunter22")', {
        contents: false,
        release,
      }),
    );
    assertEquals(reason.text, "_");
  }
  const { reason } = Object(
    readSlogan("System process <0.1.0> terminated: {a,7}", false),
  );
  assertEquals(reason.text, "{a,_}");
});

Deno.test("any text is a reason: deep, endless, or noise", () => {
  const texts = [
    "{".repeat(100_000),
    "[".repeat(5000) + "]".repeat(9000),
    "'".repeat(3001),
    '"\\'.repeat(5001),
    "<<".repeat(5001),
    "#Fun<".repeat(5001),
    "}{,=>|\u0000\ud800\u202e".repeat(1000),
    `{a,[${"{m,f,1,[]},".repeat(5000)}`,
  ];
  for (const text of texts) {
    const { text: shown } = readReason(text, false);
    assert(shown.length <= 3 * text.length + 100);
    readSlogan(`Kernel pid terminated (x) (${text})`, true);
  }
});
