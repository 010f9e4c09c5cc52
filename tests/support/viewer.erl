%% Truth about a crash dump, from the back end of OTP's crashdump_viewer, without its window.
%%
%%   erl -noinput -pa OBSERVER_EBIN … -eval 'viewer:main(Dump, Out, Most)'
%%
%% Writes #{general, processes, details, tables, ports} in the External Term Format: what the viewer shows, with
%% the terms of at most Most processes. Pids and ports are tuples, since those of the dump belong to no node here.
-module(viewer).
-export([main/3]).
-optional([{crashdump_viewer, start_link, 0}, {crashdump_viewer, read_file, 1}, {crashdump_viewer, general_info, 0},
           {crashdump_viewer, processes, 0}, {crashdump_viewer, ets_tables, 1}, {crashdump_viewer, ports, 0},
           {crashdump_viewer, proc_details, 1}, {crashdump_viewer, expand_binary, 1}]).

-spec main(file:filename(), file:filename(), pos_integer()) -> no_return().
main(Dump, Out, Most) ->
    {ok, _} = crashdump_viewer:start_link(),
    Self = self(),
    register(cdv_progress_handler, spawn(fun() -> forward(Self) end)),
    ok = crashdump_viewer:read_file(Dump),
    wait(),
    {ok, General, _} = crashdump_viewer:general_info(),
    {ok, Processes, _} = crashdump_viewer:processes(),
    {ok, Tables, _} = crashdump_viewer:ets_tables(all),
    {ok, Ports, _} = crashdump_viewer:ports(),
    Sample = lists:sublist([pid_to_list(element(2, P)) || P <- Processes], Most),
    Answer = #{general => fields(General),
               processes => [fields(P) || P <- Processes],
               details => [fields(Details) || Pid <- Sample, {ok, Details, _} <- [crashdump_viewer:proc_details(Pid)]],
               tables => [fields(T) || T <- Tables],
               ports => [fields(P) || P <- Ports]},
    ok = file:write_file(Out, term_to_binary(plain(Answer))),
    halt(0).

-spec forward(pid()) -> no_return().
forward(To) ->
    receive Message -> To ! Message end,
    forward(To).

-spec wait() -> ok | no_return().
wait() ->
    receive
        {progress, {ok, done}} -> ok;
        {progress, _} -> wait()
    after 120000 ->
            halt(1)
    end.

%% A record as a list: its name, then its fields.
-spec fields(tuple()) -> [term()].
fields(Record) ->
    tuple_to_list(Record).

%% Without what cannot leave this node as it is.
-spec plain(term()) -> term().
plain(['#CDVBin', Offset, Size, Position]) ->
    {ok, Binary} = crashdump_viewer:expand_binary({Offset, Size, Position}),
    Binary;
plain(['#CDVPid' | Id]) ->
    {'$pid', id("<", Id)};
plain(['#CDVPort' | Id]) ->
    {'$port', id("#Port<", Id)};
plain([Head | Tail]) ->
    [plain(Head) | plain(Tail)];
plain(Tuple) when is_tuple(Tuple) ->
    list_to_tuple([plain(E) || E <- tuple_to_list(Tuple)]);
plain(Map) when is_map(Map) ->
    maps:from_list([{plain(K), plain(V)} || {K, V} <- maps:to_list(Map)]);
plain(Pid) when is_pid(Pid) ->
    {'$pid', list_to_binary(pid_to_list(Pid))};
plain(Term) ->
    Term.

-spec id(string(), [non_neg_integer()]) -> binary().
id(Start, Numbers) ->
    iolist_to_binary([Start, lists:join($., [integer_to_list(N) || N <- Numbers]), $>]).
