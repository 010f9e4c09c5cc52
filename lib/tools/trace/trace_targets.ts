/**
 * The functions that a trace is about, and why a node does not trace them.
 *
 * @module
 */

import {
  BeamError,
  encodeArgs,
  encodeName,
  nameRefused,
  readAtom,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readMfa,
  readPid,
  readRegisteredName,
  readText,
  readTuple,
  type Refusal,
  spellings,
} from "../../beam/mod.ts";
import { atom, binary, type Term } from "../../etf/mod.ts";

/** Functions of a loaded module, also such as are not exported. */
export interface TraceTarget {
  /** `my_app`, `MyApp.Server`. */
  readonly module: string;
  /** All of them if left out. */
  readonly function?: string | undefined;
  /** All of them if left out. */
  readonly arity?: number | undefined;
}

/**
 * The argument of `tracepoints:find/1`.
 *
 * @throws {BeamError} `no_such_module`, `no_such_function`
 */
export function encodeTarget(target: TraceTarget): Term {
  const { module, function: name, arity } = target;
  return encodeArgs({
    module: encodeName(module, "no_such_module"),
    function: name === undefined ? atom("any") : functionOf(name),
    arity: arity ?? atom("any"),
  });
}

/** An Elixir alias is never a function. */
function functionOf(name: string): Term {
  const [last] = spellings(name.trim()).slice(-1);
  if (last !== undefined) return [binary(last)];
  throw new BeamError("no_such_function", "the name is empty", {
    hint: "give a function's name, or leave it out for all",
  });
}

/** `module:function/arity`, with `_` for any. */
export function targetText(target: TraceTarget): string {
  return `${target.module}:${target.function ?? "_"}/${target.arity ?? "_"}`;
}

/** The words for what traces refuse. */
export function traceRefused(
  refusal: Refusal,
  targets: readonly TraceTarget[],
): BeamError | undefined {
  const { code, detail, node } = refusal;
  const what = targets.map(targetText).join(", ");
  switch (code) {
    case "no_such_module":
      return nameRefused(
        code,
        refusal,
        targets.map(({ module }) => module).join(", "),
      );
    case "no_such_function": {
      const [module = detail, known = detail] = readTuple(detail, 2);
      const names = readList(known).map((pair) => {
        const [name = pair, arity = pair] = readTuple(pair, 2);
        return `${readAtom(name)}/${readInteger(arity)}`;
      });
      return new BeamError(
        "no_such_function",
        `${readAtom(module)} on ${node} has no such function: ${what}`,
        {
          hint: names.length > 0
            ? `it has ${names.join(", ")}`
            : "get_module lists what it exports; one that was inlined is gone",
        },
      );
    }
    case "too_many_functions": {
      const [module = detail, count = detail] = readTuple(detail, 2);
      return new BeamError(
        "too_many_functions",
        `${readAtom(module)} on ${node} has ${readInteger(count)} functions`,
        { hint: "name the function" },
      );
    }
    case "not_traceable": {
      const { module, function: name, arity } = readMfa(detail);
      return new BeamError(
        "not_traceable",
        `${module}:${name}/${arity} on ${node} cannot be traced`,
        { hint: "it may have been reloaded just now: try again" },
      );
    }
    case "instruction": {
      const { module, function: name, arity } = readMfa(detail);
      return new BeamError(
        "not_traceable",
        `${module}:${name}/${arity} is not called: the compiler makes an instruction of it`,
        { hint: "trace the functions that use it" },
      );
    }
    case "bad_pattern":
      return new BeamError(
        "bad_pattern",
        `${node} cannot use the pattern: ${
          readList(detail).map(readText).join(" ")
        }`,
        {
          hint:
            "a function that does not exist there is one that the match specifications of its release do not know",
        },
      );
    case "traced_by_others":
      return new BeamError(
        "traced_by_others",
        `${
          whoTraces(detail, node)
        }: before OTP 27, and of garbage collections on any release, a node can have one trace at a time`,
        {
          hint:
            "try again when that trace has ended; one that was forgotten ends with dbg:stop() or recon_trace:clear() on the node, and patterns with erlang:trace_pattern({'_', '_', '_'}, false, [local])",
        },
      );
    case "traces_unknown":
      return new BeamError(
        "traces_unknown",
        `could not find out whether anybody else traces on ${node}, which a second trace could disturb, or the emulator not survive`,
        { hint: "the node may be busy: try again" },
      );
    case "counters_lost": {
      const { module, function: name, arity } = readMfa(detail);
      return new BeamError(
        "counters_lost",
        `the counters of ${module}:${name}/${arity} on ${node}, which somebody else had set, are gone: whoever set them has stopped, or the module was loaded anew`,
        { hint: "try again" },
      );
    }
    case "loaded_too_often":
      return new BeamError(
        "loaded_too_often",
        `${what} on ${node} was not loaded, or loaded anew again and again, all the time: nothing could be counted`,
        { hint: "try again, with a longer time" },
      );
    case "count_ended":
      return new BeamError(
        "count_ended",
        `somebody on ${node} has ended all traces, or the process that this count needs: what was counted is incomplete`,
        { hint: "try again" },
      );
    case "unsafe_here": {
      const [flag = detail, release = detail] = readTuple(detail, 2);
      return new BeamError(
        "unsafe_here",
        `to trace ${
          readAtom(flag)
        } of this process could end ${node}, or the process: its emulator has a fault that OTP ${
          readText(release)
        } mends`,
        { hint: "leave it out of events; calls and the rest can be traced" },
      );
    }
    case "called_too_often": {
      const [rate = detail, most = detail, busiest = detail] = readTuple(
        detail,
        3,
      );
      const list = readList(busiest).map((pair) => {
        const [called = pair, calls = pair] = readTuple(pair, 2);
        const { module, function: fn, arity } = readMfa(called);
        return `${module}:${fn}/${arity} ${readInteger(calls)}/s`;
      });
      return new BeamError(
        "called_too_often",
        `${what} on ${node} is called ${
          readInteger(rate)
        } times a second; above ${readInteger(most)} it is not traced`,
        {
          hint:
            `name a function that is called less, or pass force with sample_ms, to see one call of each process every so often. The most called: ${
              list.join(", ")
            }`,
        },
      );
    }
    default:
      return undefined;
  }
}

/** Of `trace_others:taken/1`. */
function whoTraces(detail: Term, node: string): string {
  const [kind = detail, what = detail, name = detail, initial = detail] =
    readTuple(detail);
  switch (readAtom(kind)) {
    case "function": {
      const { module, function: fn, arity } = readMfa(what);
      return `a trace pattern or counter of somebody else is set on ${module}:${fn}/${arity} on ${node}`;
    }
    case "messages":
      return `somebody has set a trace pattern for ${
        readAtom(what)
      } events on ${node}`;
    default: {
      const tracer = readKnown(what, (term) => readPid(term, node));
      if (tracer === undefined) return `somebody traces on ${node}`;
      const registered = readRegisteredName(name);
      const mfa = readKnownMfa(initial);
      return [
        `the process ${tracer}`,
        registered && `registered as ${registered}`,
        mfa && `started with ${mfa.module}:${mfa.function}/${mfa.arity}`,
      ].filter((part) => part).join(", ") + `, traces on ${node}`;
    }
  }
}
