%% Log events as they happen, from a logger filter that every log call of the node runs. It reports a
%% bounded number of events, and drops none.
%%
%% The filter is interpreted in the process that logs, and slow: about 0.5 ms for each event it
%% looks at. After ?MOST events in ?TICK_MS, a gate process takes it out for the rest of the
%% tick. The emulator counts all events, by call counters. If this process dies in between, its
%% guard ends the gate and removes the filter; the gate is linked to the coordinator as well.
-module(capture_logs).
-export([run/2]).

%% Larger messages become text where they are logged, and are not copied; in words, each
%% counted once, and in characters.
-define(LARGE, 2000).
-define(PRINTED, 6000).
%% What is left of them has 2^14 parts, if all is within each other.
-define(DEPTH, 14).
%% Metadata of an odd form is printed up to this size, in words: a number takes long,
%% and no limit of characters spares it.
-define(ODD, 500).
%% Minimum heap limit, in words, of a process whose events are looked at.
-define(ROOMY, 300000).
%% Maximum events looked at per tick, and ms of a tick.
-define(MOST, 25).
-define(TICK_MS, 100).
%% Ms between two progress reports.
-define(REPORT_MS, 250).
%% Time limit for the logger to answer.
-define(ANSWER_MS, 500).
%% Places in the code that log the most: shown, and kept apart.
-define(MAX_SITES, 10).
-define(MAX_SITES_KEPT, 1000).

%% Events are {Ms since 1970, Level, Function, Line, Pid, Odd, Kind, {Cut, Bytes}}, Odd metadata of
%% an odd form as {Key, Text}; where it streams, those since the last report. Sites are
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
    %% Events looked at, those wanted, those that may still be passed on, or looked at in this
    %% tick, those passed over, those at which a look has not ended.
    Counters = counters:new(6, []),
    counters:put(Counters, 3, Max),
    counters:put(Counters, 4, ?MOST),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    Total = log_total:open(Call),
    Gate = gate(Reference, Counters, Call),
    guard:protect(fun() -> shut(Gate, Reference) end, Call),
    ets:insert(Sites, [{true, looker(), {self(), Gate, Reference, Counters, Sites, Levels, Module, Text, writer()}},
                       {false, limited(), {Counters, Sites}}]),
    Filter = {filter(), {Sites, Reference}},
    add(ids(), Filter) orelse envelope:refuse(too_many_captures, length(ids())),
    Gate ! {Reference, go, Filter},
    Now = envelope:now_ms(),
    State = #{reference => Reference, counters => Counters, sites => Sites, total => Total,
              begin_us => erlang:monotonic_time(microsecond), until => Now + Duration, next => Now + ?REPORT_MS,
              left => Max, bytes => MaxBytes, limits => Limits, stream => Stream, call => Call,
              events => [], received => 0},
    {Ended, Last} = collect(State),
    counters:put(Counters, 3, 0),
    %% What comes from now on is counted.
    Whole andalso timer:sleep(erlang:max(0, erlang:min(maps:get(until, State), maps:get(until, Call))
                                             - envelope:now_ms())),
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

is_ours({_Sites, Reference}, Reference) -> true;
is_ours(_Extra, _Reference) -> false.

%% Starts the process that removes the filter for the rest of a tick with too many events.
-spec gate(reference(), counters:counters_ref(), map()) -> pid().
gate(Reference, Counters, #{coordinator := Coordinator}) ->
    spawn_opt(fun() ->
                      link(Coordinator),
                      receive {Reference, go, Filter} -> keep(Filter, Reference, Counters) end
              end, [{priority, high}, envelope:heap_guard(1000000)]).

-spec keep({fun(), term()}, reference(), counters:counters_ref()) -> no_return().
keep(Filter, Reference, Counters) ->
    Until = envelope:now_ms() + ?TICK_MS,
    Full = receive {Reference, full} -> true after ?TICK_MS -> false end,
    Full andalso remove(Reference),
    timer:sleep(erlang:max(0, Until - envelope:now_ms())),
    forget(Reference),
    counters:put(Counters, 4, ?MOST),
    Full andalso add(ids(), Filter),
    keep(Filter, Reference, Counters).

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
limited() ->
    fun(Event, #{size := Most} = Limit, {Counters, Table}) ->
            case Most >= ?ROOMY of
                true ->
                    [{_, Look, With}] = ets:lookup(Table, true),
                    catch Look(Event, Limit, With),
                    garbage_collect();
                false ->
                    counters:add(Counters, 5, 1)
            end
    end.

%% Also runs in the process that logs, so it calls no function of ours, which are not there.
%%
%% A message may share so many parts that copying it, or only computing its size, would exhaust the
%% node. So it is sent as it is only if it prints completely within a limit and has no funs,
%% whose variables are not printed. Everything else is turned into text here.
looker() ->
    fun(#{level := Level, msg := Message, meta := Meta}, _Limit,
        {To, Gate, Reference, Counters, Sites, Levels, Module, Text, Write}) ->
            counters:get(Counters, 4) > 0 orelse throw(enough),
            counters:sub(Counters, 4, 1),
            counters:get(Counters, 4) > 0 orelse (Gate ! {Reference, full}),
            counters:add(Counters, 1, 1),
            counters:add(Counters, 6, 1),
            {Function, Line, Pid, Time, Odd} =
                case Meta of
                    #{mfa := {M, F, A} = Mfa, line := L, pid := P, time := T}
                      when is_atom(M), is_atom(F), is_integer(A), A >= 0, A < 256, is_integer(L), L >= 0, L < 16#8000000,
                           is_pid(P), is_integer(T), T >= 0, T < 16#7000000000000 ->
                        {Mfa, L, P, T, []};
                    _ ->
                        Known = {case Meta of
                                     #{mfa := {M, F, A} = Mfa} when is_atom(M), is_atom(F), is_integer(A), A >= 0, A < 256 -> Mfa;
                                     _ -> none
                                 end,
                                 case Meta of #{line := L} when is_integer(L), L >= 0, L < 16#8000000 -> L; _ -> none end,
                                 case Meta of #{pid := P} when is_pid(P) -> P; _ -> none end,
                                 case Meta of
                                     #{time := T} when is_integer(T), T >= 0, T < 16#7000000000000 -> T;
                                     _ -> erlang:system_time(microsecond)
                                 end},
                        %% What has an odd form, as it is.
                        erlang:append_element(
                          Known,
                          [{Key, case erts_debug:size_shared(Value) > ?ODD
                                          %% The size of a constant is 0.
                                          orelse is_integer(Value) andalso erlang:external_size(Value) > 8 * ?ODD of
                                      true -> <<"...">>;
                                      false ->
                                          unicode:characters_to_binary(
                                            io_lib:format(case is_binary(Value) orelse io_lib:printable_unicode_list(Value) of
                                                              true -> "~0tp";
                                                              false -> "~0tlp"
                                                          end, [Value], [{chars_limit, 100}]))
                                  end}
                           || Key <- [line, mfa, pid, time], {ok, Value} <- [maps:find(Key, Meta)],
                              not lists:member(Value, tuple_to_list(Known))])
                end,
            Wanted = lists:member(Level, Levels)
                andalso (Module =:= any orelse Function =/= none andalso element(1, Function) =:= Module),
            Told = Wanted andalso counters:get(Counters, 3) > 0,
            Whole = case Message of
                        _ when not Wanted -> true;
                        _ when not Told, Text =:= <<>> -> true;
                        {string, Binary} when is_binary(Binary) -> true;
                        _ ->
                            erts_debug:size_shared(Message) =< ?LARGE
                                andalso nomatch =:=
                                binary:match(unicode:characters_to_binary(
                                               io_lib:format("~0tlp", [Message], [{chars_limit, ?PRINTED}])),
                                             [<<"...">>, <<"#Fun<">>])
                    end,
            Written = case Wanted andalso (Text =/= <<>> orelse not Whole) of
                          true -> Write(Message, Whole);
                          false -> <<>>
                      end,
            case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch) of
                true ->
                    counters:add(Counters, 2, 1),
                    Site = {Level, Function, Line},
                    ets:info(Sites, size) < ?MAX_SITES_KEPT andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                    case Told of
                        true ->
                            counters:sub(Counters, 3, 1),
                            To ! {Reference, log, {Level, Time, Pid, Function, Line, Odd},
                                  case Whole of
                                      true -> Message;
                                      false -> {text, Written, erts_debug:size_shared(Message)}
                                  end};
                        false -> ok
                    end;
                false -> ok
            end,
            counters:sub(Counters, 6, 1)
    end.

%% Writes a message as text; a large one only in part, and not at all where the part is
%% still large: a number of a million digits would take minutes.
writer() ->
    fun({string, Binary}, _Whole) when is_binary(Binary) ->
            binary:part(Binary, 0, erlang:min(byte_size(Binary), 100000));
       (Message, Whole) ->
            Part = case Message of
                       _ when Whole -> Message;
                       {string, String} ->
                           {string, case io_lib:printable_unicode_list(String) of
                                        true -> lists:sublist(String, 4000);
                                        false -> io_lib:limit_term(String, ?DEPTH)
                                    end};
                       _ -> io_lib:limit_term(Message, ?DEPTH)
                   end,
            case Whole orelse erts_debug:size_shared(Part) < 10000 of
                true ->
                    try
                        {Format, Args} = case Part of
                                             {report, Report} -> {"~0tp", [Report]};
                                             {string, Chars} -> {"~ts", [Chars]};
                                             _ -> Part
                                         end,
                        %% "~1000000000c" would be as long as it says.
                        [] = [W || #{width := W, precision := P} <- io_lib:scan_format(Format, Args),
                                   is_integer(W) andalso abs(W) > 500 orelse is_integer(P) andalso abs(P) > 500],
                        <<_/binary>> = unicode:characters_to_binary(
                                         io_lib:format(Format, Args, [{chars_limit, 4000}]))
                    catch
                        _:_ -> unicode:characters_to_binary(
                                 io_lib:format("~0tlp", [Part], [{chars_limit, 4000}]))
                    end;
                false -> <<>>
            end
    end.

%% {Why it ended, State}.
-spec collect(map()) -> {max_events | max_bytes | duration, map()}.
collect(#{left := 0} = State) ->
    {max_events, State};
collect(#{bytes := Bytes} = State) when Bytes =< 0 ->
    {max_bytes, State};
collect(#{reference := Reference, until := Until, next := Next, limits := Limits, left := Left,
          bytes := Bytes, events := Events, received := Received} = State) ->
    receive
        {Reference, log, {Level, Time, Pid, Function, Line, Odd}, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Time div 1000, Level, Function, Line, Pid, Odd, Kind, Content},
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
    LookedAt = counters:get(Counters, 1),
    #{window_ms => round((erlang:monotonic_time(microsecond) - Begin) / 1000),
      total => case log_total:read(Total) of Count when is_integer(Count), Count > LookedAt -> Count; _ -> LookedAt end,
      looked_at => LookedAt, passed_over => counters:get(Counters, 5),
      unfinished => counters:get(Counters, 6), matched => counters:get(Counters, 2),
      sites => [{Level, Function, Line, -Count}
                || {Count, {Level, Function, Line}} <- lists:sublist(lists:sort(Counted), ?MAX_SITES)],
      events => lists:reverse(Events), received => Received, ended_by => Ended}.

-spec content(term(), cut:limits()) -> {string | format | report | text, {term(), non_neg_integer()}}.
content({text, Text, Words}, #{bytes := Bytes}) ->
    {text, {cut:chars(Text, Bytes), Words * erlang:system_info(wordsize)}};
content({string, String}, #{bytes := Bytes}) ->
    {string, {cut:chars(String, Bytes), erts_debug:flat_size(String) * erlang:system_info(wordsize)}};
content({report, Report}, Limits) ->
    {report, values:shown(Report, Limits)};
content(Message, #{bytes := Bytes} = Limits) ->
    Write = writer(),
    case Message of
        {Format, Args} when is_list(Args) ->
            {format, {cut:chars(Write({Format, Args}, true), Bytes),
                      erts_debug:flat_size(Message) * erlang:system_info(wordsize)}};
        _ -> {report, values:shown(Message, Limits)}
    end.
