%% Who sends to a process: counts the messages that it receives for a while, by sender.
%%
%% A trace of that process alone: the emulator names the sender of each message that comes. The
%% body sets it, a tracer of its own counts (see tracer), and the guard removes it however the
%% call ends (see trace_backend for what is left if it is killed).
%%
%% A message is traced when the process fetches it from its outer queue, which one that is behind
%% does not do before it has handled all that it has fetched. To read what is known of it makes it
%% fetch all: those that came before the trace are fetched before it begins, so that they are not
%% counted, and later ones at each look at the trace.
-module(get_senders).
-export([run/2]).

%% Maximum senders whose initial call is looked up, to group them.
-define(KNOWN, 100).
%% Maximum bytes of all events together.
-define(MOST_BYTES, 8000000).
%% No end of a `receive ... after`, which is traced like the message `timeout` of a timer.
-define(SENT, {'not', {'andalso', {'=:=', '$1', clock_service}, {'=:=', '$3', timeout}}}).

%% Answers #{pid, mailbox, grew_by, reductions, received, listened_ms, ended_by, not_told, senders_in_all, senders,
%% groups}.
%% Senders are {Columns, Rows}, most messages first, of them with `kinds` the [{Kind, Count}] most
%% frequent kinds; groups [{InitialCall, Senders, Messages}], `none` for those that have ended.
-spec run(#{process := names:process(), limit := pos_integer(), max_events := pos_integer(),
            duration_ms := non_neg_integer(), messages := boolean(), kinds := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, limit := Limit, max_events := Max, duration_ms := Duration,
      messages := Messages, kinds := Kinds}, Call) ->
    Pid = names:process(Process),
    #{pid := TracerPid} = Tracer =
        tracer:start(#{max => Max, shaper => fun(_BeginNs) -> shaper(Kinds) end, sample => none}, Call),
    Way = trace_backend:open(TracerPid, [], Call),
    hazards:refuse([Pid], ['receive'], TracerPid),
    %% In a shared trace, the guard restores the setting for others.
    case Way of
        {shared, _} -> guard:protect(fun() -> trace_backend:messages(Way, 'receive', true) end, Call);
        _ -> ok
    end,
    trace_backend:messages(Way, 'receive',
                     [{['$1', '$2', '$3'], [?SENT | [small_terms:guard('$3') || not Messages]],
                       [{message, {{'$1', '$2'}}}]}]),
    {Waited, Before} = state(Pid, Call),
    trace_backend:processes(Way, Pid, true, ['receive', monotonic_timestamp]) =:= 0
        andalso envelope:refuse(no_such_process, Pid),
    Begin = envelope:now_ms(),
    tracer:go(Way, erlang:monotonic_time(nanosecond), Tracer),
    Unknown = #{pid => Pid, mailbox => none, grew_by => none, reductions => none, listened_ms => none, senders_in_all => none,
                senders => {[], []}, groups => []},
    #{events := Events, received := Received, ended_by := Ended, not_told := Waiting} =
        trace_collector:collect(#{tracer => Tracer, way => Way, call => Call, stream => false,
                                  look => fun() -> look(Way, Pid, TracerPid) end,
                                  summary => Unknown#{begin_ns => 0}, left => ?MOST_BYTES,
                                  until => Begin + Duration}),
    Listened = envelope:now_ms() - Begin,
    By = lists:foldl(fun({Count, {Sender, Kind}}, All) ->
                             {Sum, Of} = maps:get(Sender, All, {0, []}),
                             All#{Sender => {Sum + Count, [{Kind, Count} | Of]}}
                     end, #{}, bulk:count(Events)),
    Ranked = lists:reverse(lists:sort([{Count, Sender, lists:reverse(Of)}
                                       || {Sender, {Count, Of}} <- maps:to_list(By)])),
    Local = [{Sender, Count} || {Count, {Node, Sender}, _} <- Ranked, Node =:= node(), is_pid(Sender)],
    {Pids, _} = lists:unzip(lists:sublist(Local, ?KNOWN)),
    {Columns, Known} = process_rows:of_processes(Pids, Call),
    Facts = maps:from_list([{hd(Row), maps:from_list(lists:zip(Columns, Row))} || Row <- Known]),
    {Mailbox, Reductions} = state(Pid, Call),
    {#{pid => Pid, mailbox => Mailbox, grew_by => grown(Waited, Mailbox), reductions => grown(Before, Reductions),
       received => Received, listened_ms => Listened,
       ended_by => Ended, not_told => Waiting, senders_in_all => length(Ranked),
       senders => {[source, sender, node, registered_name, initial_call, application, label, count, kinds],
                   [row(Each, Facts, Kinds) || Each <- lists:sublist(Ranked, Limit)]},
       groups => groups([{maps:get(initial_call, maps:get(Sender, Facts, #{}), none), Count}
                         || {Sender, Count} <- lists:sublist(Local, ?KNOWN)], Limit)},
     #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

%% {{Node, Sender}, Kind}: a process; of remote ones and of timers the emulator has no sender, of
%% ports the port as Node.
-spec shaper(boolean()) -> fun(([tuple()]) -> [term()]).
shaper(Kinds) ->
    Clauses = case Kinds of true -> message_kinds:clauses(); false -> [{'_', [], none}] end,
    Spec = ets:match_spec_compile([{{trace_ts, '_', 'receive', Message, '$1', '_'}, Guards, [{{'$1', Kind}}]}
                                   || {Message, Guards, Kind} <- Clauses]),
    fun(Messages) -> ets:match_spec_run(Messages, Spec) end.

-spec look(trace_backend:way(), pid(), pid()) -> ok | taken | processes_ended.
look(Way, Pid, Tracer) ->
    try trace_backend:held(Way, [Pid], Tracer) of
        taken -> case is_process_alive(Tracer) of true -> taken; false -> ok end;
        gone -> processes_ended;
        ok -> ok
    catch
        error:badarg -> taken
    end.

-spec row({pos_integer(), {term(), term()}, [{term(), pos_integer()}]}, #{pid() => map()}, boolean()) -> [term()].
row({Count, From, Of}, Facts, Kinds) ->
    {Source, Sender, Node} = source(From),
    Known = case is_pid(Sender) of true -> maps:get(Sender, Facts, #{}); false -> #{} end,
    [Source, Sender, Node, maps:get(registered_name, Known, [])]
        ++ [maps:get(Item, Known, none) || Item <- [initial_call, application]]
        ++ [maps:get(label, Known, []), Count, case Kinds of
                       true -> [{cut:label(Kind), Number} || {Kind, Number} <- lists:sublist(Of, 5)];
                       false -> none
                   end].

-spec source({term(), term()}) -> {process | port | timer | remote | unknown, pid() | port() | none, node() | none}.
source({Node, Pid}) when Node =:= node(), is_pid(Pid) -> {process, Pid, none};
source({Port, _}) when is_port(Port) -> {port, Port, none};
source({clock_service, _}) -> {timer, none, none};
source({Node, _}) ->
    case lists:member(Node, nodes(known)) of
        true -> {remote, none, Node};
        false -> {unknown, none, none}
    end.

%% {Messages, Reductions} of the process, if it answers.
state(Pid, Call) ->
    case sweep:read([Pid], [message_queue_len, reductions], Call) of
        [{_, [{_, Length}, {_, Reductions}]}] -> {Length, Reductions};
        _ -> {none, none}
    end.

grown(From, To) when is_integer(From), is_integer(To) -> To - From;
grown(_From, _To) -> none.

-spec groups([{term(), pos_integer()}], pos_integer()) -> [{term(), pos_integer(), pos_integer()}].
groups(Pairs, Limit) ->
    Groups = lists:foldl(fun({Initial, Count}, All) ->
                                 {Senders, Sum} = maps:get(Initial, All, {0, 0}),
                                 All#{Initial => {Senders + 1, Sum + Count}}
                         end, #{}, Pairs),
    Sorted = lists:reverse(lists:sort([{Sum, Senders, Initial} || {Initial, {Senders, Sum}} <- maps:to_list(Groups)])),
    [{Initial, Senders, Sum} || {Sum, Senders, Initial} <- lists:sublist(Sorted, Limit)].
