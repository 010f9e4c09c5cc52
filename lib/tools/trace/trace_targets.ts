/**
 * The functions that a trace is about, and why a node does not trace them.
 *
 * @module
 */

import {
  BeamError,
  encodeArgs,
  encodeName,
  functionText,
  mfaText,
  moduleText,
  nameRefused,
  nameText,
  readAtom,
  readKnown,
  readKnownMfa,
  readMfa,
  readPid,
  readRegisteredName,
  readTuple,
  type Refusal,
  refusals,
  spellings,
} from "../../beam/mod.ts";
import { atom, binary, type Term } from "../../etf/mod.ts";
import { functionOf, knownMfaText } from "../fields.ts";

/** Functions of a loaded module, exported or not. */
export interface TraceTarget {
  /** `my_app`, `MyApp.Server`. */
  readonly module: string;
  /** `name` or `name/arity`; all of them if left out. */
  readonly function?: string | undefined;
  /** Arity, if `function` does not have it. @default {any} */
  readonly arity?: number | undefined;
}

/**
 * The argument of `tracepoints:find/1`.
 *
 * @throws {BeamError} `no_such_module`, `no_such_function`
 */
export function encodeTarget(target: TraceTarget): Term {
  const { module, function: text } = target;
  const { name, arity = target.arity } = text === undefined
    ? { name: undefined }
    : functionOf(module, text);
  return encodeArgs({
    module: encodeName(module, "no_such_module"),
    function: name === undefined ? atom("any") : encodeFunction(name),
    arity: arity ?? atom("any"),
  });
}

/** An Elixir alias is never a function. */
function encodeFunction(name: string): Term {
  const [last] = spellings(name.trim()).slice(-1);
  if (last !== undefined) return [binary(last)];
  throw new BeamError("no_such_function", "the name is empty", {
    hint: "give a function's name, or leave it out for all",
  });
}

/** `module:function/arity`, or `Module.function/arity`, as far as they are given. */
export function targetText(target: TraceTarget): string {
  const { module, function: text } = target;
  const full = module.replace(/^(?=[A-Z])(?!Elixir\.)/, "Elixir.");
  if (text === undefined) return moduleText(full);
  const { name, arity = target.arity } = functionOf(module, text);
  return arity === undefined
    ? functionText(full, name)
    : mfaText({ module: full, function: name, arity });
}

const wordsFor = refusals({
  no_such_function: {
    says: "{0} on {node} has no such function: {it}",
    hint: "it has {1}",
    hintIfNone:
      "get_module lists its functions; an inlined function does not exist any more",
  },
  too_many_functions: {
    says: "{0} on {node} has {1} functions",
    hint: "name the function",
  },
  not_traceable: {
    says: "{*} on {node} cannot be traced",
    hint: "it may have been reloaded just now: try again",
  },
  instruction: {
    code: "not_traceable",
    says:
      "{*} cannot be traced: the compiler turns calls of it into an instruction",
    hint: "trace the functions that use it",
  },
  bad_pattern: {
    says: "{node} cannot use the pattern: {*}",
    hint:
      "a guard function reported as missing is one that match specifications of its release do not support",
  },
  traces_unknown: {
    says:
      "beamtap could not find out whether somebody else traces on {node}; a second trace could disturb theirs or crash the emulator",
    hint: "the node may be busy: try again",
  },
  counters_lost: {
    says:
      "the call counters of {*} on {node}, set by somebody else, are gone: their owner removed them, or the module was reloaded",
    hint: "try again",
  },
  loaded_too_often: {
    says:
      "{it} on {node} was unloaded or kept being reloaded during the whole window: nothing could be counted",
    hint: "try again with a longer window",
  },
  count_ended: {
    says:
      "somebody on {node} ended all traces, or killed the process that this count needs: the counts are incomplete",
    hint: "try again",
  },
  unsafe_here: {
    says:
      "tracing {0} of this process could crash {node} or the process: its emulator has a bug that OTP {1} fixes",
    hint: "leave it out of events; calls and other events can be traced",
  },
  called_too_often: {
    says:
      "{it} on {node} is called {0} times a second; the limit for a trace is {1}",
    hint:
      "name a function that is called less often; trace_calls with force and interval_ms samples one call of each process per interval. Most called, with calls per second: {2}",
  },
});

/** The error for a refused trace. */
export function traceRefused(
  refusal: Refusal,
  targets: readonly TraceTarget[],
): BeamError | undefined {
  if (refusal.code === "traced_by_others") {
    return new BeamError(
      "traced_by_others",
      `${
        whoTraces(refusal)
      }: before OTP 27, and of garbage collections on any release, a node can have one trace at a time`,
      {
        hint:
          "try again when that trace has ended; one that was forgotten ends with dbg:stop() or recon_trace:clear() on the node, and patterns with erlang:trace_pattern({'_', '_', '_'}, false, [local])",
      },
    );
  }
  const modules = targets.map(({ module }) => module).join(", ");
  return nameRefused(refusal, modules) ??
    wordsFor(refusal, targets.map(targetText).join(", "));
}

/** Of `trace_others:taken/1`. */
function whoTraces({ detail, node }: Refusal): string {
  const [kind = detail, what = detail, name = detail, initial = detail] =
    readTuple(detail);
  switch (readAtom(kind)) {
    case "function":
      return `somebody else has set a trace pattern or counter on ${
        mfaText(readMfa(what))
      } on ${node}`;
    case "messages":
      return `somebody has set a trace pattern for ${
        readAtom(what)
      } events on ${node}`;
    default: {
      const tracer = readKnown(what, (term) => readPid(term, node));
      if (tracer === undefined) return `somebody traces on ${node}`;
      const registered = readRegisteredName(name);
      const mfa = knownMfaText(readKnownMfa(initial));
      return [
        `the process ${tracer}`,
        registered && `registered as ${nameText(registered)}`,
        mfa && `started with ${mfa}`,
      ].filter((part) => part).join(", ") + `, traces on ${node}`;
    }
  }
}
