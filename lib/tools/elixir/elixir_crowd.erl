%% Processes of a Phoenix application: requests, processes that wait for a connection of a database
%% pool, views and channels; found by one look at all processes.
%%
%% Workers match each chunk, and of views they send only sums. Before OTP 26.2, where no
%% dictionary is read by key, stacks tell: requests are among the processes that are at work, views
%% are below the supervisors that Phoenix registers. Nothing on the node is changed.
-module(elixir_crowd).
-export([look/1, below/2, children/2]).
-export_type([views/0]).

%% Processes whose stacks are looked at: those that wait, and those that may serve requests.
-define(MAX_STACKS, 300).
%% Processes below the supervisors of sockets, and those of them whose stacks are looked at.
-define(MAX_BELOW, 5000).
-define(MAX_VIEWS_READ, 200).

%% Kind, module, and what there is of it: number, bytes, bytes of the largest, and that process. A
%% module may be `none`, where it is not known.
-type views() :: #{{view | channel | socket, atom() | binary()} => {pos_integer(), non_neg_integer(), non_neg_integer(), pid()}}.

%% #{waiting, requests, facts, views, not_read}: processes, what stacks say of these (see
%% backtraces), and how many were left out.
-spec look(envelope:call()) -> {map(), envelope:cost()}.
look(Call) ->
    ByKey = identity:by_key(),
    {_Total, Everyone} = sweep:everyone(Call),
    {#{waiting := Waiting, busy := Busy} = Found, Cost}
        = sweep:again(#{item => [current_function, memory, initial_call | [{dictionary, '$initial_call'} || ByKey]],
                        pick => picker(ByKey), hint => fun(_) -> none end, step => fun step/2,
                        report => fun(_, _) -> ok end},
                      #{waiting => [], busy => [], views => #{}, not_read => 0}, Everyone, Call),
    Facts = backtraces:read(Waiting ++ Busy, Call),
    Requests = [Pid || Pid <- Waiting ++ Busy, is_map_key(server, maps:get(Pid, Facts, #{}))]
        ++ [Pid || ByKey, Pid <- Busy, not is_map_key(server, maps:get(Pid, Facts, #{}))],
    %% Slow requests are often large ones, whose stacks are not printed.
    #{not_read := Left} = Found,
    {Found#{facts => Facts, requests => Requests, not_read := Left + length((Waiting ++ Busy) -- maps:keys(Facts))}, Cost}.

%% Views below the supervisors of sockets, where no dictionary can be read: those that hibernate
%% have nothing on their stacks, and are of no view in particular.
-dialyzer({no_improper_lists, below/2}).
-spec below([{atom(), pid()}], envelope:call()) -> views().
below(Supervisors, Call) ->
    Pids = [{Pid, Name} || {Name, Supervisor} <- Supervisors,
                           Pool <- children(Supervisor, Call), Pid <- children(Pool, Call)],
    Some = lists:sublist(Pids, ?MAX_BELOW),
    {Each, _} = lists:unzip(Some),
    Facts = backtraces:read(lists:sublist(Each, ?MAX_VIEWS_READ), Call),
    Rows = [{kind(maps:get(Pid, Facts, #{}), maps:get(Pid, maps:from_list(Some))), Memory, Pid}
            || {Pid, [{_, Memory}]} <- sweep:read(Each, [memory], Call)],
    sums(selection:keyed(Rows, [{{'$1', '$2', '$3'}, [], ['$1' | {{'$2', '$3'}}]}])).

%% Those that a supervisor is linked to and has spawned; where the release does not keep that, those
%% that are newer.
-spec children(pid(), envelope:call()) -> [pid()].
children(Pid, Call) ->
    Linked = [Link || {_, [{_, Links}]} <- sweep:read([Pid], [links], Call), Link <- Links, is_pid(Link)],
    case identity:readable(parent) of
        true -> bulk:select(sweep:read(Linked, [parent], Call), [{{'$1', [{parent, Pid}]}, [], ['$1']}]);
        false -> [Link || Link <- Linked, Link > Pid]
    end.

%% ---------------------------------------------------------------------------

%% Runs in the workers.
-dialyzer({no_improper_lists, picker/1}).
picker(ByKey) ->
    Waiting = [{{'$1', [{'_', {'Elixir.DBConnection.Holder', checkout_call, '_'}} | '_']}, [], ['$1']}],
    Busy = busy(ByKey),
    Views = [{{'$1', ['_', {'_', '$2'}, '_', {'_', {'$3', Function, 3}}]}, [{is_atom, '$3'}],
              [{{Kind, '$3'}} | {{'$2', '$1'}}]}
             || ByKey, {Kind, Function} <- [{view, mount}, {channel, join}]],
    fun(Pids, Values, _) ->
            Rows = lists:zip(Pids, Values),
            Asking = bulk:select(Rows, Waiting),
            {Asking, bulk:select(Rows, Busy) -- Asking, sums(case Views of [] -> #{}; _ -> selection:keyed(Rows, Views) end)}
    end.

%% Processes of a server that are at work; where that is not known, whatever proc_lib has started
%% and neither waits for its next message nor for a new connection.
busy(true) ->
    [{{'$1', [{'_', {'$2', '$3', '_'}}, '_', '_', {'_', Initial}]}, [{'=/=', '$2', gen_server}, {'=/=', '$3', hibernate}], ['$1']}
     || Initial <- [{'Elixir.Bandit.DelegatingHandler', init, 1}, {'Elixir.Bandit.HTTP2.StreamProcess', '_', '_'},
                    {cowboy_stream_h, request_process, 3}]];
busy(false) ->
    Guards = [{'=/=', '$2', Module} || Module <- [gen_server, gen_statem, gen_event, application_master, logger_std_h,
                                                  'Elixir.Bandit.Clock']]
        ++ [{'=/=', '$3', Function} || Function <- [hibernate, accept0, accept, checkout_call]],
    [{{'$1', [{'_', {'$2', '$3', '_'}}, '_', {'_', {proc_lib, '_', '_'}}]}, Guards, ['$1']}].

step({Waiting, Busy, Views}, #{waiting := Waiting0, busy := Busy0, views := Views0, not_read := Left} = State) ->
    State#{waiting := lists:sublist(Waiting0 ++ Waiting, ?MAX_STACKS), busy := lists:sublist(Busy0 ++ Busy, ?MAX_STACKS),
           not_read := Left + erlang:max(0, length(Busy0) + length(Busy) - ?MAX_STACKS)
               + erlang:max(0, length(Waiting0) + length(Waiting) - ?MAX_STACKS),
           views := maps:fold(fun add/3, Views0, Views)}.

add(Key, {Number, Bytes, Most, Pid}, Views) ->
    Views#{Key => case Views of
                      #{Key := {Number0, Bytes0, Most0, Pid0}} ->
                          {Largest, Who} = erlang:max({Most, Pid}, {Most0, Pid0}),
                          {Number + Number0, Bytes + Bytes0, Largest, Who};
                      #{} -> {Number, Bytes, Most, Pid}
                  end}.

sums(Groups) ->
    maps:map(fun(_, Members) ->
                     {Bytes, _} = lists:unzip(Members),
                     {Most, Pid} = lists:max(Members),
                     {length(Members), lists:sum(Bytes), Most, Pid}
             end, Groups).

kind(#{view := View}, _Socket) -> {view, View};
kind(#{channel := Channel}, _Socket) -> {channel, Channel};
kind(_Facts, Socket) -> {socket, Socket}.
