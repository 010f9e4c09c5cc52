%% Sets a log level: of the node, a module, or a handler. The process logger is asked only if
%% it is ready. A level that is lent comes back by a keeper of ours (see levels), which outlives
%% the probe; a permanent one is set in one step.
-module(set_log_level).
-export([run/2]).

-define(READY_MS, 300).

%% Answers #{done, former_level, level, target}, where `target` is the module or handler, or [].
%% Refuses with no_such_handler: Ids; logger_hung.
-spec run(#{what := primary | {module | handler, [binary()]}, level := atom(),
            duration_ms := pos_integer() | none, dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{what := Of, level := Level, duration_ms := Ms, dry_run := DryRun}, Call) ->
    Target = target(Of),
    Before = levels:read(Target),
    Before =:= none_such andalso envelope:refuse(no_such_handler, logger:get_handler_ids()),
    case servers:ready(whereis(logger), ?READY_MS, Call) of
        {ok, _} -> DryRun orelse set(Target, Level, Ms, Call);
        _ -> envelope:refuse(logger_hung, [])
    end,
    {#{done => not DryRun, former_level => Before, level => Level,
       target => case Target of primary -> []; {_, Name} -> Name end}, #{}}.

%% ---------------------------------------------------------------------------

-spec target(primary | {module | handler, [binary()]}) -> primary | {module | handler, atom()}.
target(primary) ->
    primary;
target({module, Spellings}) ->
    {module, modules:known(Spellings)};
target({handler, Spellings}) ->
    case names:existing_atom(Spellings) of
        {ok, Id} -> {handler, Id};
        none -> envelope:refuse(no_such_handler, logger:get_handler_ids())
    end.

-spec set(primary | {module | handler, atom()}, atom(), pos_integer() | none, envelope:call()) -> ok.
set(Target, Level, none, _Call) ->
    levels:settle(Target),
    ok = levels:write(Target, Level);
set(Target, Level, Ms, Call) ->
    levels:lend(Target, Level, Ms, owner:of_call(Call)).
