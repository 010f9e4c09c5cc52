// Made by scripts/gen_probes; not to be edited.
import application_use from "./application_use.erl" with { type: "text" };
import applications from "./applications.erl" with { type: "text" };
import atoms from "./atoms.erl" with { type: "text" };
import bulk from "./bulk.erl" with { type: "text" };
import call_counts from "./call_counts.erl" with { type: "text" };
import cut from "./cut.erl" with { type: "text" };
import envelope from "./envelope.erl" with { type: "text" };
import evaluation from "./evaluation.erl" with { type: "text" };
import guard from "./guard.erl" with { type: "text" };
import hazards from "./hazards.erl" with { type: "text" };
import holdups from "./holdups.erl" with { type: "text" };
import identity from "./identity.erl" with { type: "text" };
import levels from "./levels.erl" with { type: "text" };
import marked from "./marked.erl" with { type: "text" };
import match_clauses from "./match_clauses.erl" with { type: "text" };
import modules from "./modules.erl" with { type: "text" };
import names from "./names.erl" with { type: "text" };
import ours from "./ours.erl" with { type: "text" };
import outlets from "./outlets.erl" with { type: "text" };
import owner from "./owner.erl" with { type: "text" };
import process_rows from "./process_rows.erl" with { type: "text" };
import receives from "./receives.erl" with { type: "text" };
import restarts from "./restarts.erl" with { type: "text" };
import selection from "./selection.erl" with { type: "text" };
import servers from "./servers.erl" with { type: "text" };
import settings from "./settings.erl" with { type: "text" };
import small_terms from "./small_terms.erl" with { type: "text" };
import subject from "./subject.erl" with { type: "text" };
import supervisors from "./supervisors.erl" with { type: "text" };
import suspensions from "./suspensions.erl" with { type: "text" };
import sweep from "./sweep.erl" with { type: "text" };
import trace_collector from "./trace_collector.erl" with { type: "text" };
import trace_events from "./trace_events.erl" with { type: "text" };
import trace_others from "./trace_others.erl" with { type: "text" };
import tracepoints from "./tracepoints.erl" with { type: "text" };
import tracer from "./tracer.erl" with { type: "text" };
import tracing from "./tracing.erl" with { type: "text" };
import tree_rows from "./tree_rows.erl" with { type: "text" };
import values from "./values.erl" with { type: "text" };
import wait_graph from "./wait_graph.erl" with { type: "text" };
import waits from "./waits.erl" with { type: "text" };
import window from "./window.erl" with { type: "text" };
import worker from "./worker.erl" with { type: "text" };

/** The Erlang that probes share, by module. */
export const LIBRARY: Readonly<Record<string, string>> = {
  application_use,
  applications,
  atoms,
  bulk,
  call_counts,
  cut,
  envelope,
  evaluation,
  guard,
  hazards,
  holdups,
  identity,
  levels,
  marked,
  match_clauses,
  modules,
  names,
  ours,
  outlets,
  owner,
  process_rows,
  receives,
  restarts,
  selection,
  servers,
  settings,
  small_terms,
  subject,
  supervisors,
  suspensions,
  sweep,
  trace_collector,
  trace_events,
  trace_others,
  tracepoints,
  tracer,
  tracing,
  tree_rows,
  values,
  wait_graph,
  waits,
  window,
  worker,
};
