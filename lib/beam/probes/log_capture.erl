%% Log events as they happen, from a filter that every log call of the node runs: it
%% counts, passes a bounded number on, and lets all of them go their way.
-module(log_capture).
-export([run/2]).

%% Larger messages become text where they are logged, and are not copied; in words.
-define(LARGE, 2000).

%% Answers #{window_us, total, matched, sites, events, ended}. Events are
%% {Level, Us since 1970, Pid, Function, Line, Kind, {Cut, Bytes}}, sites {{Level, Function, Line}, Count}.
run(#{levels := Levels, module := Named, text := Text, max_events := Max, duration_ms := Duration,
      max_bytes := MaxBytes, limits := Limits, whole := Whole}, Call) ->
    Module = case Named of any -> any; _ -> modules:known(Named) end,
    Reference = make_ref(),
    %% All events, those wanted, those that may still be passed on.
    Counters = counters:new(3, []),
    counters:put(Counters, 3, Max),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    guard:protect(fun() -> remove(Reference) end, Call),
    add(ids(), {filter(), {self(), Reference, Counters, Sites, Levels, Module, Text}}),
    Begin = erlang:monotonic_time(microsecond),
    Until = envelope:now_ms() + Duration,
    {Events, Ended} = collect(Reference, Max, MaxBytes, Until, Limits, []),
    counters:put(Counters, 3, 0),
    %% What comes from now on is counted.
    Whole andalso timer:sleep(erlang:max(0, erlang:min(Until, maps:get(until, Call)) - envelope:now_ms())),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    remove(Reference),
    Counted = [{-Count, {Level, known(Function), case is_integer(Line) of true -> Line; _ -> none end}}
               || {{Level, Function, Line}, Count} <- ets:select(Sites, [{'_', [], ['$_']}])],
    {#{window_us => Microseconds,
       total => counters:get(Counters, 1), matched => counters:get(Counters, 2),
       sites => [{Site, -Count} || {Count, Site} <- lists:sublist(lists:sort(Counted), 10)],
       events => Events, ended => Ended}, #{}}.

%% ---------------------------------------------------------------------------

%% One for each capture at a time.
ids() ->
    [beamtap_log_1, beamtap_log_2, beamtap_log_3, beamtap_log_4, beamtap_log_5, beamtap_log_6].

add([], _Filter) ->
    envelope:refuse(too_many_captures, length(ids()));
add([Id | Ids], Filter) ->
    case logger:add_primary_filter(Id, Filter) of
        ok -> ok;
        {error, {already_exist, _}} -> add(Ids, Filter)
    end.

remove(Reference) ->
    #{filters := Filters} = logger:get_primary_config(),
    [logger:remove_primary_filter(Id) || {Id, {_, Extra}} <- Filters, is_tuple(Extra),
                                         tuple_size(Extra) > 1, element(2, Extra) =:= Reference],
    ok.

%% Runs in whichever process logs, interpreted, and is copied for each event: short, and
%% without a call to any of ours. It never fails, or the logger would remove it and log that.
filter() ->
    fun(#{level := Level, msg := Message, meta := Meta}, {To, Reference, Counters, Sites, Levels, Module, Text}) ->
            try
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

collect(Reference, Left, Bytes, Until, Limits, Events) when Left > 0, Bytes > 0 ->
    receive
        {Reference, log, Level, Time, Pid, Function, Line, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Level, Time, case is_pid(Pid) of true -> Pid; _ -> none end, known(Function),
                     case is_integer(Line) of true -> Line; _ -> none end, Kind, Content},
            collect(Reference, Left - 1, Bytes - erlang:external_size(Event), Until, Limits, [Event | Events])
    after erlang:max(0, Until - envelope:now_ms()) ->
        {lists:reverse(Events), duration}
    end;
collect(_Reference, Left, _Bytes, _Until, _Limits, Events) ->
    {lists:reverse(Events), case Left of 0 -> max_events; _ -> max_bytes end}.

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
