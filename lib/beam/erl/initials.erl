%% Initial calls that proc_lib keeps in dictionaries, on releases where these are not read (see
%% identity): stacks show those of gen_servers, one by one.
%%
%% Workers look at all processes, about a microsecond each, and fill a table of the body, which goes
%% with it.
-module(initials).
-export([table/1, split/2]).

%% Maximum processes whose stacks are printed: about a millisecond each.
-define(MAX_PRINTED, 1000).

%% A table of ours with {Pid, MFA}, where it can be told; empty where more than these
%% would have to be looked at. `none`: they can be read by key.
-spec table(envelope:call()) -> ets:tid() | none.
table(Call) ->
    case identity:by_key() of
        true -> none;
        false ->
            {_Total, Everyone} = sweep:everyone(Call),
            Servers = fun(Pids, Values, _) ->
                              Spec = [{{[{'_', {proc_lib, '_', '_'}}, {'_', {gen_server, '_', '_'}}], '$1'}, [], ['$1']}],
                              ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec))
                      end,
            {Found, _Cost} = sweep:again(#{item => [initial_call, current_function], pick => Servers,
                                           hint => fun(_) -> none end,
                                           step => fun(Picked, Pids) -> lists:sublist(Picked ++ Pids, ?MAX_PRINTED + 1) end,
                                           report => fun(_, _) -> ok end}, [], Everyone, Call),
            Table = ets:new(parent, []),
            Known = case Found of
                        [_ | _] when length(Found) =< ?MAX_PRINTED -> identity:of_processes(Found, Call);
                        _ -> []
                    end,
            ets:insert(Table, [{Pid, Mfa} || {Pid, #{initial_call := Mfa}} <- Known]),
            Table
    end.

%% Runs in the workers: rows {Pid, _} that are in the table, with what it has of them, and the others.
-spec split([{pid(), Row}], ets:tid() | none) -> {[{mfa(), {pid(), Row}}], [{pid(), Row}]}.
split(Rows, none) ->
    {[], Rows};
split(Rows, Table) ->
    {Pids, _} = lists:unzip(Rows),
    Known = lists:append(lists:zipwith(fun ets:lookup/2, lists:duplicate(length(Pids), Table), Pids)),
    Found = maps:from_list(Known),
    Mine = [{maps:get(Pid, Found), Row} || map_size(Found) > 0, {Pid, _} = Row <- Rows, is_map_key(Pid, Found)],
    {Mine, case Mine of
               [] -> Rows;
               _ -> [Row || {Pid, _} = Row <- Rows, not is_map_key(Pid, Found)]
           end}.
