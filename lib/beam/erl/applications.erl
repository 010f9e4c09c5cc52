%% The applications of a node, read from the application controller's table and from links: neither
%% the controller nor a master is asked if it could keep us waiting.
%%
%% Runs in the body, which costs microseconds an application; links of masters are read through
%% workers. Nothing is changed, so nothing is left if it dies.
-module(applications).
-export([known/1, similar/1, loaded/0, masters/0, tops/2, families/2, controller/1, status/2]).

%% How long a master, or the controller, has to answer; and to come to its next message.
-define(ANSWER_MS, 1000).
-define(READY_MS, 100).

%% The loaded application that one of the spellings names.
-spec known([binary()]) -> atom().
known(Spellings) ->
    case [Application || Spelling <- Spellings,
                         {ok, Application} <- [names:existing_atom([Spelling])],
                         ets:member(ac_tab, {loaded, Application})] of
        [Application | _] -> Application;
        [] -> envelope:refuse(no_such_application, similar(lists:last(Spellings)))
    end.

%% Loaded applications with similar names.
-spec similar(binary()) -> [atom()].
similar(Text) ->
    names:near(Text, loaded()).

-spec loaded() -> [atom()].
loaded() ->
    lists:sort(ets:select(ac_tab, [{{{loaded, '$1'}, '_'}, [], ['$1']}])).

%% [{Application, Master}] of those that run and have processes.
-spec masters() -> [{atom(), pid()}].
masters() ->
    lists:sort([{Application, Master}
                || [Application, Master] <- ets:match(ac_tab, {{application_master, '$1'}, '$2'}),
                   is_pid(Master)]).

%% [{Application, Top}]: the first process of each; of one that does not tell, each that
%% may be.
-spec tops([{atom(), pid()}], envelope:call()) -> [{atom(), pid()}].
tops(Masters, Call) ->
    [{Application, Top} || {Application, Tops, _} <- families(Masters, Call), Top <- Tops].

%% [{Application, [Top], Beside}]: Beside are processes that its start function has started
%% besides, which no supervisor of its looks after. A master is linked to a process that
%% has called the start function and is linked to all that this has started. Which of
%% several is the top is only known to that process: it is asked while it waits for that.
-spec families([{atom(), pid()}], envelope:call()) -> [{atom(), [pid()], [pid()]}].
families(Masters, Call) ->
    Owners = maps:from_list([{Master, Application} || {Application, Master} <- Masters]),
    Linked = [{Pid, maps:get(Master, Owners), Master}
              || {Master, [{links, Links}]} <- sweep:read(maps:keys(Owners), [links], Call),
                 Pid <- Links, is_pid(Pid), node(Pid) =:= node()],
    Items = [initial_call, links, current_function, message_queue_len],
    Starters = maps:from_list([{Pid, {Links, Function, Waiting}}
                               || {Pid, [{_, {application_master, start_it, 4}}, {_, Links}, {_, Function}, {_, Waiting}]}
                                      <- sweep:read([Pid || {Pid, _, _} <- Linked], Items, Call)]),
    Found = [{Application, Master, [P || P <- Links, P =/= Master, is_pid(P)], {Function, Waiting}}
             || {Pid, Application, Master} <- Linked,
                {Links, Function, Waiting} <- [maps:get(Pid, Starters, none)]],
    Asked = [Master || {_, Master, Pids, {{application_master, loop_it, 4}, 0}} <- Found, length(Pids) =/= 1],
    Answers = worker:all([fun() -> application_master:get_child(Master) end || Master <- Asked], ?ANSWER_MS, Call),
    Known = maps:from_list([{Master, Top} || {Master, {ok, {Top, _}}} <- lists:zip(Asked, Answers), is_pid(Top)]),
    lists:sort([case Known of
                    #{Master := Top} -> {Application, [Top], Pids -- [Top]};
                    #{} -> {Application, Pids, []}
                end || {Application, Master, Pids, _} <- Found]).

%% What only the controller knows: #{running, started, starting := [tuple()]}. Where
%% it is hung, or does not answer within a second, #{tops := [{atom(), pid()}]}.
-spec controller(envelope:call()) -> #{atom() => [tuple()]}.
controller(Call) ->
    Answer = case servers:ready(whereis(application_controller), ?READY_MS, Call) of
                 {ok, _} -> worker:one(fun() -> application:info() end, ?ANSWER_MS, Call);
                 _ -> no_answer
             end,
    case Answer of
        {ok, Info} -> maps:with([running, started, starting], maps:from_list(Info));
        _ -> #{tops => tops(masters(), Call)}
    end.

%% {running | starting | loaded | unknown, permanent | transient | temporary | none}.
-spec status(atom(), #{atom() => [tuple()]}) -> {atom(), atom()}.
status(Application, #{running := Running, started := Started, starting := Starting}) ->
    Kind = case lists:keyfind(Application, 1, Started) of
               {_, Permanence} -> Permanence;
               false -> none
           end,
    case {lists:keymember(Application, 1, Running), lists:keyfind(Application, 1, Starting)} of
        {true, _} -> {running, Kind};
        {false, false} -> {loaded, none};
        {false, Entry} -> {starting, element(2, Entry)}
    end;
status(Application, #{tops := Tops}) ->
    case lists:keymember(Application, 1, Tops) of
        true -> {running, none};
        false -> {unknown, none}
    end.
