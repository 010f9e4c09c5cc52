%% Log events as they happen, from a logger filter that every log call of the node runs. It reports a
%% bounded number of events, and drops none.
%%
%% The filter is interpreted in the process that logs, and slow: about 0.5 ms for each event it
%% looks at. After ?MOST events in ?TICK_MS, a gate process takes it out for the rest of the
%% tick. The emulator counts all events, by call counters. If this process dies in between, its
%% guard ends the gate and removes the filter; the gate is linked to the coordinator as well.
-module(capture_logs).
-export([run/2]).

%% Minimum heap limit, in words, of a process whose events are looked at.
-define(ROOMY, 300000).
%% Maximum events looked at per tick, and ms of a tick.
-define(MOST, 25).
-define(TICK_MS, 100).
%% Ms between two progress reports.
-define(REPORT_MS, 250).
%% Time limit for the logger to answer.
-define(ANSWER_MS, 500).
%% Places in the code that log the most, in the answer.
-define(MAX_SITES, 10).

%% Counters of events: looked at, wanted, those that may still be passed on, or looked at in this
%% tick, those passed over, those at which a look has not ended. log_looker counts in the same.
-define(LOOKED_AT, 1).
-define(WANTED, 2).
-define(ROOM, 3).
-define(IN_TICK, 4).
-define(PASSED_OVER, 5).
-define(UNFINISHED, 6).
%% Words of the heap of the gate, which holds nothing.
-define(GATE_WORDS, 1000000).

%% Events are {Ms since 1970, Level, Function, Line, Pid, Odd, Metadata, Kind, {Cut, Bytes}}, Odd metadata of
%% an odd form as {Key, Text}, Metadata other keys as {Key, Value}; where it streams, those since the last report. Sites are
%% {Level, Function, Line, Count}.
-spec run(#{levels := [atom()], module := any | [binary()], text := binary(), max_events := pos_integer(),
            duration_ms := non_neg_integer(), max_bytes := pos_integer(), limits := cut:limits(),
            whole := boolean(), stream := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{levels := Levels, module := Named, text := Text, max_events := Max, duration_ms := Duration,
      max_bytes := MaxBytes, limits := Limits, whole := Whole, stream := Stream}, Call) ->
    Module = case Named of any -> any; _ -> modules:known(Named) end,
    %% The logger process has to set the filter.
    case servers:ready(whereis(logger), ?ANSWER_MS, Call) of
        {ok, _} -> ok;
        _ -> envelope:refuse(logger_hung, [])
    end,
    Reference = make_ref(),
    Counters = counters:new(?UNFINISHED, []),
    counters:put(Counters, ?ROOM, Max),
    counters:put(Counters, ?IN_TICK, ?MOST),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    Total = log_total:open(Call),
    Gate = gate(Reference, Counters, Call),
    guard:protect(fun() -> shut(Gate, Reference) end, Call),
    ets:insert(Sites, [{true, log_looker:looker(), {self(), Gate, Reference, Counters, Sites, Levels, Module, Text, room(Limits),
                        {log_looker:writer(), log_looker:about(), log_looker:searched()}}},
                       {false, limited(), {Counters, Sites}}, {sketch, log_sketch:sketch(), struct()},
                       {fits, log_sketch:fits(), struct()}]),
    Filter = {filter(), {Sites, Reference}},
    add(ids(), Filter) orelse envelope:refuse(too_many_captures, length(ids())),
    Gate ! {Reference, go, Filter},
    Now = envelope:now_ms(),
    State = #{reference => Reference, counters => Counters, sites => Sites, total => Total,
              begin_us => erlang:monotonic_time(microsecond), until => Now + Duration, next => Now + ?REPORT_MS,
              left => Max, bytes => MaxBytes, limits => Limits, stream => Stream, call => Call,
              events => [], received => 0},
    {Ended, Last} = collect(State),
    counters:put(Counters, ?ROOM, 0),
    %% What comes from now on is counted.
    Whole andalso Ended =/= stopped
        andalso early:pause(erlang:min(maps:get(until, State), maps:get(until, Call)) - envelope:now_ms(), Call),
    shut(Gate, Reference),
    Answer = told(Ended, Last),
    log_total:close(Total),
    #{level := Level} = logger:get_primary_config(),
    {Answer#{node_level => Level}, #{}}.

%% ---------------------------------------------------------------------------

%% One for each capture at a time.
-spec ids() -> [atom()].
ids() ->
    [beamtap_log_1, beamtap_log_2, beamtap_log_3, beamtap_log_4, beamtap_log_5, beamtap_log_6].

-spec add([atom()], {fun(), term()}) -> boolean().
add([], _Filter) ->
    false;
add([Id | Ids], Filter) ->
    case logger:add_primary_filter(Id, Filter) of
        ok -> true;
        {error, {already_exist, _}} -> add(Ids, Filter)
    end.

%% The first removal names no filter of ours: it only waits for earlier requests to the logger.
-spec remove(reference()) -> ok.
remove(Reference) ->
    logger:remove_primary_filter(beamtap_log_0),
    #{filters := Filters} = logger:get_primary_config(),
    [logger:remove_primary_filter(Id) || {Id, {_, Extra}} <- Filters, is_ours(Extra, Reference)],
    ok.

-spec is_ours(term(), reference()) -> boolean().
is_ours({_Sites, Reference}, Reference) -> true;
is_ours(_Extra, _Reference) -> false.

%% Starts the process that removes the filter for the rest of a tick with too many events.
-spec gate(reference(), counters:counters_ref(), map()) -> pid().
gate(Reference, Counters, #{coordinator := Coordinator}) ->
    spawn_opt(fun() ->
                      link(Coordinator),
                      receive {Reference, go, Filter} -> keep(Filter, Reference, Counters) end
              end, [{priority, high}, envelope:heap_guard(?GATE_WORDS)]).

-spec keep({fun(), term()}, reference(), counters:counters_ref()) -> no_return().
keep(Filter, Reference, Counters) ->
    Until = envelope:now_ms() + ?TICK_MS,
    Full = receive {Reference, full} -> true after ?TICK_MS -> false end,
    Full andalso remove(Reference),
    timer:sleep(erlang:max(0, Until - envelope:now_ms())),
    forget(Reference),
    counters:put(Counters, ?IN_TICK, ?MOST),
    Full andalso add(ids(), Filter),
    keep(Filter, Reference, Counters).

-spec forget(reference()) -> ok.
forget(Reference) ->
    receive {Reference, full} -> forget(Reference) after 0 -> ok end.

-spec shut(pid(), reference()) -> ok.
shut(Gate, Reference) ->
    Monitor = monitor(process, Gate),
    exit(Gate, kill),
    receive {'DOWN', Monitor, process, Gate, _} -> remove(Reference) end.

%% Runs interpreted in the process that logs, and is copied for each event, so it is as short as
%% possible and takes the rest from a table. It must never fail: the logger would remove it and
%% log that. First it lifts the heap limit of the process, for as long as it runs: reaching the
%% limit in interpreted code can crash a node of OTP 25.
-spec filter() -> fun().
filter() ->
    fun(Event, {Table, _Reference}) ->
            Limit = process_flag(max_heap_size, 0),
            catch begin
                      [{_, Do, With}] = ets:lookup(Table, map_get(size, Limit) =:= 0),
                      Do(Event, Limit, With)
                  end,
            process_flag(max_heap_size, Limit),
            ignore
    end.

%% For a process with a heap limit. If the limit is low, the event is skipped: our garbage could make
%% the process exceed it.
-spec limited() -> fun().
limited() ->
    fun(Event, #{size := Most} = Limit, {Counters, Table}) ->
            case Most >= ?ROOMY of
                true ->
                    [{_, Look, With}] = ets:lookup(Table, true),
                    catch Look(Event, Limit, With),
                    garbage_collect();
                false ->
                    counters:add(Counters, ?PASSED_OVER, 1)
            end
    end.

%% {Why it ended, State}.
-spec collect(map()) -> {max_events | max_bytes | duration | stopped, map()}.
collect(#{left := 0} = State) ->
    {max_events, State};
collect(#{bytes := Bytes} = State) when Bytes =< 0 ->
    {max_bytes, State};
collect(#{reference := Reference, until := Until, next := Next, limits := Limits, left := Left,
          bytes := Bytes, events := Events, received := Received, call := #{reference := Asked}} = State) ->
    receive
        {Asked, early} ->
            {stopped, State};
        {Reference, log, {Level, Time, Pid, Function, Line, Odd, Metadata}, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Time div 1000, Level, Function, Line, Pid, Odd, Metadata, Kind, Content},
            collect(State#{left := Left - 1, bytes := Bytes - erlang:external_size(Event),
                           events := [Event | Events], received := Received + 1})
    after erlang:max(0, erlang:min(Until, Next) - envelope:now_ms()) ->
        case envelope:now_ms() >= Until of
            true -> {duration, State};
            false -> collect(report(State#{next := Next + ?REPORT_MS}))
        end
    end.

%% How far it has come; where it streams, with what came since.
-spec report(map()) -> map().
report(#{stream := true, call := Call} = State) ->
    envelope:report(told(none, State), #{}, Call),
    State#{events := []};
report(State) ->
    State.

-spec told(atom(), map()) -> map().
told(Ended, #{counters := Counters, sites := Sites, total := Total, begin_us := Begin, events := Events,
              received := Received}) ->
    Counted = [{-Count, Site} || {Site, Count} <- ets:match_object(Sites, {{'_', '_', '_'}, '_'})],
    LookedAt = counters:get(Counters, ?LOOKED_AT),
    #{window_ms => round((erlang:monotonic_time(microsecond) - Begin) / 1000),
      total => case log_total:read(Total) of Count when is_integer(Count), Count > LookedAt -> Count; _ -> LookedAt end,
      looked_at => LookedAt, passed_over => counters:get(Counters, ?PASSED_OVER),
      unfinished => counters:get(Counters, ?UNFINISHED), matched => counters:get(Counters, ?WANTED),
      sites => [{Level, Function, Line, -Count}
                || {Count, {Level, Function, Line}} <- lists:sublist(lists:sort(Counted), ?MAX_SITES)],
      events => lists:reverse(Events), received => Received, ended_by => Ended}.

%% Parts of a report that are shown.
-spec room(cut:limits()) -> pos_integer().
room(#{bytes := Bytes}) ->
    erlang:max(20, Bytes div 6).

%% The key of the name of a struct. A node without Elixir may lack the atom, and does not get it
%% from us.
-spec struct() -> atom().
struct() ->
    try binary_to_existing_atom(<<"__struct__">>, utf8) catch error:badarg -> none end.

-spec content(term(), cut:limits()) -> {string | format | report | text, {term(), non_neg_integer()}}.
content({text, Text, Words}, #{bytes := Bytes}) ->
    {text, {cut:chars(Text, Bytes), Words * erlang:system_info(wordsize)}};
content({string, String}, #{bytes := Bytes}) ->
    {string, {cut:chars(String, Bytes), erts_debug:flat_size(String) * erlang:system_info(wordsize)}};
content({sketch, Report, Words}, _Limits) ->
    {report, {Report, Words * erlang:system_info(wordsize)}};
content(Message, #{bytes := Bytes} = Limits) ->
    Write = log_looker:writer(),
    case Message of
        {Format, Args} when is_list(Args) ->
            {format, {cut:chars(Write({Format, Args}, true), Bytes),
                      erts_debug:flat_size(Message) * erlang:system_info(wordsize)}};
        _ -> {report, values:shown(Message, Limits)}
    end.
