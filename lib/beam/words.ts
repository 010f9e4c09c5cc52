/**
 * The words of our own between us and the probes: keys, tags, codes. A node keeps
 * each atom that it has ever seen, so none of these goes to it as an atom: they
 * are atoms in the Erlang of the probes and on our side, and integers on the wire
 * and on the node. Which integers is decided at random each time this program
 * starts, so nothing that a node holds can be taken for one.
 *
 * Names that OTP or somebody's code has to understand are no words, nor are those that
 * another beamtap on the same node reads. A word is never registered, and names no table.
 *
 * @module
 */

import { randomInt } from "node:crypto";
import {
  Atom,
  atom,
  ErlangMap,
  ImproperList,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";

// deno-fmt-ignore
const WORDS = `
  $cut about absent actions again allocators already_suspended ancestor answered architecture arm
  ask asked asker at_least_ms at_us awaited backend bad_pattern bad_source basic beamtap_bytes
  before begin_ns begin_us below best binaries binary_bytes blocks_bytes body by by_key
  called_too_often calls came_and_went carriers_bytes chain change classes classes_bytes closure
  code_path collected_bytes_per_s collections collections_per_s commits connected_hidden
  connected_visible constants context_switches_per_s controller_answers controller_hung coordinator
  cost costs count_ended counters_lost counts current cut cycles depends_on destination
  dictionaries dirty_cpu dirty_cpu_online dirty_io distribution docs dry_run duration duration_ms
  each_percent ecto edges elixir_version elsewhere ended ended_with enough entries environment
  environment_keys erts_version ets_tables event every every_ms example failed few_atoms
  file_is_loaded files flavor for_ms former_level found fragments_bytes frames full_in_s funs
  gleam_stdlib_version gone groups growth growth_bytes growth_per_s hard_ms heap heap_bytes
  heap_words heard hibernating hint holders holdups hung hung_ms ids improper_list in_bytes
  included input_bytes_per_s instruction keep key key_position kind kinds kinds_in_all language
  large large_messages large_process large_row last_exit late latest leaf least levels limits lines
  loaded_too_often locked log_writes logger_hung long look look_at looked_at looks lost mailbox
  matched max_bytes max_children max_events max_heap_bytes max_rate measure memory_bytes
  memory_change_bytes memory_growth_bytes_per_s min_heap_words misc most most_bytes ms ms_on_target
  needed_by net_ticktime_s newest newest_atoms no_answer no_elixir no_processes no_such_application
  no_such_atom no_such_child no_such_function no_such_handler no_such_key no_such_module
  no_such_name no_such_path no_such_peer no_such_process no_such_table none_such not_a_process
  not_a_supervisor not_connected not_copied not_known not_otp not_read not_started not_stopped
  not_traceable not_watchable oban odd old_bytes old_code old_used_bytes online optional order
  orphans others ours out_bytes out_of_time outcome output_bytes_per_s output_lost
  output_omitted_bytes overload own_atoms owner_name owners pair partial partitions passed_over
  patience peer period_s permanence persistent_terms pick plain_arguments pooled_carriers_bytes
  possible_cycles printed private_table probe_crashed probe_killed process_busy processes_scanned
  program protect queue_average queue_bytes queue_most queues quiet_ms raised rate ready reasons
  received recent_restarts reductions_per_s ref refused registries relations release repo report_to
  restarted_s_ago restarting_children roots running_applications running_nodes sample sample_ms
  samples scanned scans_table scopes sections sent_to_nobody session settings share shared since
  single_block_carriers_bytes sites sizes soft_ms spawned_by stack stack_bytes stacks stages
  started_as started_by states step stored subject summary supervisor_busy system_ms taken target
  target_timeout targets task tell temporary_child timeout_ms too_large too_many_captures
  too_many_children too_many_functions too_many_messages too_many_processes top tops
  traced_by_others tracer_killed traces_unknown traffic trail traps_exits tries troubles
  truncated_graph unanswered undos unsafe_here unseen until uptime_ms us use used_percent uses_disc
  view wait_for wait_ms waited waiting_for waiting_locks waits wall wall_time watched
  watched_by_others way weight what whole window_bytes window_ms window_us word_bytes young_bytes
  young_heap_bytes young_used_bytes
`.trim().split(/\s+/);

/** Below all that is counted anywhere, and exact in JavaScript. */
const FIRST = -(2 ** 52) + randomInt(2 ** 47);

const numbers = new Map(WORDS.map((word, index) => [word, FIRST + index]));
const atoms = WORDS.map((word) => atom(word));

/** A term of ours as it goes to a node. */
export function toNode(term: Term): Term {
  return rewritten(term, (leaf) => numberOf(leaf) ?? leaf);
}

/** What came from a node, as it was meant. */
export function fromNode(term: Term): Term {
  return rewritten(
    term,
    (leaf) => typeof leaf === "number" ? atoms[leaf - FIRST] ?? leaf : leaf,
  );
}

/** A text that a node made of a term, with the words that are in it. */
export function spoken(text: string): string {
  return text.replace(
    /-\d{16}/g,
    (digits) => atoms[Number(digits) - FIRST]?.name ?? digits,
  );
}

/**
 * Abstract forms, a term, as they go to a node. There `{literal, Term}` goes as an integer:
 * `erl_eval` takes that for what it is, whatever it is.
 */
export function formsToNode(forms: Term): Term {
  if (Array.isArray(forms)) return forms.map(formsToNode);
  if (!(forms instanceof Tuple)) return forms;
  const [tag, anno = 0, first = 0, second = 0] = forms.elements;
  if (tag === LITERAL) return tuple(INTEGER, 0, toNode(anno));
  if (tag === ATOM) {
    const number = numberOf(first);
    return number === undefined ? forms : tuple(INTEGER, anno, number);
  }
  // The names of functions stay what they are.
  if (tag === REMOTE && isLiteral(first) && isLiteral(second)) return forms;
  if (tag === FUNCTION) return forms;
  return tuple(...forms.elements.map(formsToNode));
}

const ATOM = atom("atom");
const FUNCTION = atom("function");
const INTEGER = atom("integer");
const LITERAL = atom("literal");
const REMOTE = atom("remote");

function isLiteral(form: Term): boolean {
  return form instanceof Tuple && form.elements[0] === ATOM;
}

function numberOf(term: Term): number | undefined {
  return term instanceof Atom ? numbers.get(term.name) : undefined;
}

/** A copy with other leaves; what has none of them is not copied. */
function rewritten(term: Term, leaf: (term: Term) => Term): Term {
  const all = (terms: readonly Term[]): readonly Term[] => {
    let copy: Term[] | undefined;
    for (let i = 0; i < terms.length; i++) {
      const old = terms[i];
      if (old === undefined) continue;
      const next = rewritten(old, leaf);
      if (next !== old) (copy ??= terms.slice())[i] = next;
    }
    return copy ?? terms;
  };
  if (Array.isArray(term)) return all(term);
  if (term instanceof Tuple) {
    const elements = all(term.elements);
    return elements === term.elements ? term : new Tuple(elements);
  }
  if (term instanceof ErlangMap) {
    const entries = all(term.entries);
    return entries === term.entries ? term : new ErlangMap(entries);
  }
  if (term instanceof ImproperList) {
    const items = all(term.items);
    const tail = rewritten(term.tail, leaf);
    return items === term.items && tail === term.tail
      ? term
      : new ImproperList(items, tail);
  }
  return leaf(term);
}
