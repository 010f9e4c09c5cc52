%% What makes processes of a Phoenix application of one kind: the view or channel that they are, or
%% the action or job that they work on. Others are of no kind.
%%
%% Views are known by their initial calls, from OTP 26.2 on. What a process works on stands on its
%% stack: those that may work on something are kept apart while groups are made, and 300 of them looked at.
-module(elixir_kinds).
-export([heads/0, served/2]).

-define(MAX_STACKS, 300).

%% For match specs, as heads of group_processes: the kind is a module, or {request, Pid}.
-spec heads() -> [tuple()].
heads() ->
    Dictionary = {dictionary, '$initial_call'},
    Busy = [{'=/=', '$2', Module} || Module <- [gen_server, gen_statem, gen_event, logger_std_h, application_master]]
        ++ [{'=/=', '$3', Function} || Function <- [hibernate, accept, accept0]],
    case identity:by_key() of
        true ->
            [{[{Dictionary, {'$1', Function, 3}}], [{is_atom, '$1'}], '$1'} || Function <- [mount, join]]
                ++ [{[{Dictionary, Initial}, {current_function, {'$2', '$3', '_'}}], Busy, {{request, '$8'}}}
                    || Initial <- [{'Elixir.Bandit.DelegatingHandler', init, 1}, {'Elixir.Bandit.HTTP2.StreamProcess', '_', '_'},
                                   {cowboy_stream_h, request_process, 3}, {'Elixir.Oban.Queue.Executor', call, 1}]];
        false ->
            [{[{initial_call, {proc_lib, '_', '_'}}, {current_function, {'$2', '$3', '_'}}], Busy, {{request, '$8'}}}]
    end.

%% Groups with those that work on the same as one, without those that work on nothing known.
-spec served(#{term() => {pos_integer(), non_neg_integer(), pid()}}, envelope:call()) ->
          #{atom() | binary() => {pos_integer(), non_neg_integer(), pid()}}.
served(Groups, Call) ->
    {Requests, Views} = lists:partition(fun({Kind, _}) -> is_tuple(Kind) end, maps:to_list(Groups)),
    Pids = [Pid || {{request, Pid}, _} <- lists:sublist(Requests, ?MAX_STACKS)],
    Facts = backtraces:read(Pids, Call),
    lists:foldl(fun add/2, maps:from_list(Views),
                [{Place, Group} || {{request, Pid}, Group} <- Requests,
                                   Place <- [elixir_web:place(maps:remove(served, maps:get(Pid, Facts, #{})))], Place =/= <<>>]).

add({Place, {Number, Sum, Pid}}, Groups) ->
    {Number0, Sum0, _} = maps:get(Place, Groups, {0, 0, Pid}),
    Groups#{Place => {Number + Number0, Sum + Sum0, Pid}}.
