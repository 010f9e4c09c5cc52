%% Log events as they happen, from a filter that every log call of the node runs: it
%% passes a bounded number on, and lets all of them go their way. It is interpreted, and
%% slow: where there are too many events it is taken out for a while. All are counted
%% all the same, by the emulator.
-module(capture_logs).
-export([run/2]).

%% Larger messages become text where they are logged, and are not copied; in words.
-define(LARGE, 2000).
%% So many events are looked at in so many ms.
-define(MOST, 50).
-define(TICK_MS, 100).

%% Answers #{window_us, total, looked_at, matched, sites, events, received, ended}. Events are
%% {Level, Us since 1970, Pid, Function, Line, Kind, {Cut, Bytes}}, sites {{Level, Function, Line}, Count};
%% `events` are those since the last report where it streams.
run(#{levels := Levels, module := Named, text := Text, max_events := Max, duration_ms := Duration,
      max_bytes := MaxBytes, limits := Limits, whole := Whole, stream := Stream}, Call) ->
    Module = case Named of any -> any; _ -> modules:known(Named) end,
    %% It is asked to set the filter.
    case servers:ready(whereis(logger), 500, Call) of
        {ok, _} -> ok;
        _ -> envelope:refuse(logger_hung, [])
    end,
    Reference = make_ref(),
    %% Events looked at, those wanted, those that may still be passed on, or looked at in this tick.
    Counters = counters:new(4, []),
    counters:put(Counters, 3, Max),
    counters:put(Counters, 4, ?MOST),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    Total = call_counts:open(logging(), Call),
    Gate = gate(Reference, Counters, Call),
    guard:protect(fun() -> shut(Gate, Reference) end, Call),
    Filter = {filter(), {self(), Gate, Reference, Counters, Sites, Levels, Module, Text}},
    add(ids(), Filter) orelse envelope:refuse(too_many_captures, length(ids())),
    Gate ! {Reference, go, Filter},
    Now = envelope:now_ms(),
    State = #{reference => Reference, counters => Counters, sites => Sites, total => Total,
              begin_us => erlang:monotonic_time(microsecond), until => Now + Duration, next => Now + 250,
              left => Max, bytes => MaxBytes, limits => Limits, stream => Stream, call => Call,
              events => [], received => 0},
    {Ended, Last} = collect(State),
    counters:put(Counters, 3, 0),
    %% What comes from now on is counted.
    Whole andalso timer:sleep(erlang:max(0, erlang:min(maps:get(until, State), maps:get(until, Call))
                                             - envelope:now_ms())),
    shut(Gate, Reference),
    Answer = told(Ended, Last),
    call_counts:close(Total),
    {Answer, #{}}.

%% ---------------------------------------------------------------------------

%% What every event that is not below its level goes through.
logging() ->
    [{Function, [Function]}
     || Arity <- [2, 3], Function <- [{logger_backend, log_allowed, Arity}],
        erlang:function_exported(logger_backend, log_allowed, Arity)].

%% One for each capture at a time.
ids() ->
    [beamtap_log_1, beamtap_log_2, beamtap_log_3, beamtap_log_4, beamtap_log_5, beamtap_log_6].

add([], _Filter) ->
    false;
add([Id | Ids], Filter) ->
    case logger:add_primary_filter(Id, Filter) of
        ok -> true;
        {error, {already_exist, _}} -> add(Ids, Filter)
    end.

%% The first one is none: it is there to await whatever the logger was asked for before.
remove(Reference) ->
    logger:remove_primary_filter(beamtap_log_0),
    #{filters := Filters} = logger:get_primary_config(),
    [logger:remove_primary_filter(Id) || {Id, {_, Extra}} <- Filters, is_tuple(Extra),
                                         tuple_size(Extra) > 2, element(3, Extra) =:= Reference],
    ok.

%% The process that takes the filter out for the rest of a tick in which there were
%% too many events.
gate(Reference, Counters, #{coordinator := Coordinator}) ->
    spawn_opt(fun() ->
                      link(Coordinator),
                      receive {Reference, go, Filter} -> keep(Filter, Reference, Counters) end
              end, [{priority, high}, envelope:heap_guard(1000000)]).

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

shut(Gate, Reference) ->
    Monitor = monitor(process, Gate),
    exit(Gate, kill),
    receive {'DOWN', Monitor, process, Gate, _} -> remove(Reference) end.

%% Runs in whichever process logs, interpreted, and is copied for each event: short, and
%% without a call to any of ours. It never fails, or the logger would remove it and log that.
filter() ->
    fun(#{level := Level, msg := Message, meta := Meta}, {To, Gate, Reference, Counters, Sites, Levels, Module, Text}) ->
            try
                counters:get(Counters, 4) > 0 orelse throw(enough),
                counters:sub(Counters, 4, 1),
                counters:get(Counters, 4) > 0 orelse (Gate ! {Reference, full}),
                counters:add(Counters, 1, 1),
                Function = maps:get(mfa, Meta, none),
                Wanted = lists:member(Level, Levels)
                    andalso (Module =:= any orelse Function =/= none andalso element(1, Function) =:= Module),
                Large = Wanted andalso erts_debug:flat_size(Message) > ?LARGE,
                %% No fun of its own for this: to make one takes the interpreter far longer.
                Written = case Wanted andalso (Text =/= <<>> orelse Large andalso counters:get(Counters, 3) > 0) of
                              true ->
                                  {Format, Args} = case Message of
                                                       {string, String} -> {"~ts", [String]};
                                                       {report, Report} -> {"~0tp", [Report]};
                                                       _ -> Message
                                                   end,
                                  unicode:characters_to_binary(io_lib:format(Format, Args, [{chars_limit, 4000}]));
                              _ -> <<>>
                          end,
                case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch) of
                    true ->
                        counters:add(Counters, 2, 1),
                        Line = maps:get(line, Meta, none),
                        Site = {Level, Function, Line},
                        ets:info(Sites, size) < 1000 andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                        case counters:get(Counters, 3) > 0 of
                            true ->
                                counters:sub(Counters, 3, 1),
                                To ! {Reference, log, Level, maps:get(time, Meta, 0), maps:get(pid, Meta, none),
                                      Function, Line,
                                      case Large of true -> {text, Written, erts_debug:flat_size(Message)}; _ -> Message end};
                            false -> ok
                        end;
                    false -> ok
                end
            catch _:_ -> ok
            end,
            ignore
    end.

%% {Why it ended, State}.
collect(#{left := 0} = State) ->
    {max_events, State};
collect(#{bytes := Bytes} = State) when Bytes =< 0 ->
    {max_bytes, State};
collect(#{reference := Reference, until := Until, next := Next, limits := Limits, left := Left,
          bytes := Bytes, events := Events, received := Received} = State) ->
    receive
        {Reference, log, Level, Time, Pid, Function, Line, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Level, Time, case is_pid(Pid) of true -> Pid; _ -> none end, known(Function),
                     case is_integer(Line) of true -> Line; _ -> none end, Kind, Content},
            collect(State#{left := Left - 1, bytes := Bytes - erlang:external_size(Event),
                           events := [Event | Events], received := Received + 1})
    after erlang:max(0, erlang:min(Until, Next) - envelope:now_ms()) ->
        case envelope:now_ms() >= Until of
            true -> {duration, State};
            false -> collect(report(State#{next := Next + 250}))
        end
    end.

%% How far it has come; where it streams, with what came since.
report(#{stream := true, call := Call} = State) ->
    envelope:report(told(none, State), #{}, Call),
    State#{events := []};
report(State) ->
    State.

told(Ended, #{counters := Counters, sites := Sites, total := Total, begin_us := Begin, events := Events,
              received := Received}) ->
    Counted = [{-Count, {Level, known(Function), case is_integer(Line) of true -> Line; _ -> none end}}
               || {{Level, Function, Line}, Count} <- ets:select(Sites, [{'_', [], ['$_']}])],
    LookedAt = counters:get(Counters, 1),
    #{window_us => erlang:monotonic_time(microsecond) - Begin,
      total => lists:max([LookedAt | [Calls || {_, Calls} <- call_counts:read(Total), is_integer(Calls)]]),
      looked_at => LookedAt, matched => counters:get(Counters, 2),
      sites => [{Site, -Count} || {Count, Site} <- lists:sublist(lists:sort(Counted), 10)],
      events => lists:reverse(Events), received => Received, ended => Ended}.

known({M, F, A} = Function) when is_atom(M), is_atom(F), is_integer(A) -> Function;
known(_Other) -> none.

content({text, Text, Words}, #{bytes := Bytes}) ->
    {text, {cut:chars(Text, Bytes), Words * erlang:system_info(wordsize)}};
content({string, String}, #{bytes := Bytes}) ->
    {string, {cut:chars(String, Bytes), erts_debug:flat_size(String) * erlang:system_info(wordsize)}};
content({report, Report}, Limits) ->
    {report, values:shown(Report, Limits)};
content({Format, Args} = Message, #{bytes := Bytes} = Limits) ->
    try
        {format, {cut:chars(io_lib:format(Format, Args, [{chars_limit, Bytes}]), Bytes),
                  erts_debug:flat_size(Message) * erlang:system_info(wordsize)}}
    catch
        _:_ -> {format, values:shown(Message, Limits)}
    end.
