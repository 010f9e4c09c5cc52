%% What blocks a supervisor that does not come to its next message: the child that it is starting or
%% stopping.
%%
%% Workers look at the supervisor and its children (see sweep); nobody is asked and nothing is changed.
-module(holdups).
-export([of_supervisors/2]).

%% [{Supervisor, Child, starting | stopping, Name, InitialCall, [{M, F, A}]}]: several rows
%% if it is unknown which child it is.
-spec of_supervisors([pid()], envelope:call()) -> [{pid(), pid(), atom(), atom() | [], mfa(), [mfa()]}].
of_supervisors(Supervisors, Call) ->
    Edges = [{Supervisor, Child, phase(Mfa)}
             || {Supervisor, Mfa, Targets} <- waits:edges(sweep:read(Supervisors, waits:items(), Call), Call),
                phase(Mfa) =/= none, Child <- candidates(Supervisor, Targets, Call)],
    Children = lists:usort([Child || {_, Child, _} <- Edges]),
    Said = maps:from_list(identity:of_processes(Children, Call)),
    Facts = maps:from_list(sweep:read(Children, [registered_name, initial_call, current_stacktrace], Call)),
    [{Supervisor, Child, Phase, Name, maps:get(initial_call, maps:get(Child, Said, #{}), Initial),
      [{M, F, arity(A)} || {M, F, A, _} <- Stack]}
     || {Supervisor, Child, Phase} <- Edges,
        [{_, Name}, {_, Initial}, {_, Stack}] <- [maps:get(Child, Facts, undefined)]].

%% ---------------------------------------------------------------------------

phase({proc_lib, _, _}) -> starting;
phase({supervisor, shutdown, _}) -> stopping;
phase(_) -> none.

%% Before OTP 26 a start is waited for without a monitor: of those that it has spawned, it is
%% one that is still in its init.
-spec candidates(pid(), [term()], envelope:call()) -> [pid()].
candidates(Supervisor, Targets, Call) ->
    Local = [Pid || Pid <- Targets, is_pid(Pid), node(Pid) =:= node()],
    Linked = case sweep:read([Supervisor], [links, monitors], Call) of
                 [{_, [{_, Links}, {_, []}]}] -> [Pid || Pid <- lists:sublist(Links, 1000), is_pid(Pid), node(Pid) =:= node()];
                 _ -> []
             end,
    Items = [current_stacktrace | [parent || identity:readable(parent)]],
    Starting = [Pid || {Pid, [{_, Stack} | Parent]} <- sweep:read(Linked, Items, Call),
                       Parent =:= [] orelse Parent =:= [{parent, Supervisor}], in_init(Stack)],
    case Starting of
        [] -> Local;
        _ -> lists:sublist(Starting, 3)
    end.

in_init(Stack) ->
    lists:any(fun({_, Function, _, _}) -> lists:member(Function, [init_it, sync_start_link, sync_start]) end, Stack).

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.
