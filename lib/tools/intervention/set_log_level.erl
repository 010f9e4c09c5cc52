%% Sets a log level: of the node, a module, or a handler.
-module(set_log_level).
-export([run/2]).

%% Answers #{done, before, level, target}.
run(#{what := Of, level := Level, for_ms := Ms, dry_run := DryRun}, Call) ->
    Target = target(Of),
    Before = levels:read(Target),
    Before =:= none_such andalso envelope:refuse(no_such_handler, logger:get_handler_ids()),
    case servers:ready(whereis(logger), 300, Call) of
        {ok, _} -> DryRun orelse set(Target, Level, Ms, Call);
        _ -> envelope:refuse(logger_hung, [])
    end,
    {#{done => not DryRun, before => Before, level => Level,
       target => case Target of primary -> none; {_, Name} -> Name end}, #{}}.

%% ---------------------------------------------------------------------------

target(primary) ->
    primary;
target({module, Spellings}) ->
    {module, modules:known(Spellings)};
target({handler, Spellings}) ->
    case names:existing_atom(Spellings) of
        {ok, Id} -> {handler, Id};
        none -> envelope:refuse(no_such_handler, logger:get_handler_ids())
    end.

set(Target, Level, none, _Call) ->
    levels:settle(Target),
    ok = levels:write(Target, Level);
set(Target, Level, Ms, Call) ->
    levels:lend(Target, Level, Ms, owner:of_call(Call)).
