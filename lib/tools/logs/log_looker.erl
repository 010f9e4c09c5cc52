%% What looks at a log event: funs that run interpreted in the process that logs, in the filter of
%% capture_logs.
%%
%% They must not fail, and leave nothing in that process. What they cost it is said in capture_logs.
-module(log_looker).
-export([looker/0, about/0, searched/0, writer/0]).

%% Larger messages become text where they are logged, and are not copied; in words, each
%% counted once, and in characters.
-define(LARGE, 2000).
%% What is formatted has so many terms at most, each counted as often as it is held.
-define(TERMS, 2000).
-define(PRINTED, 6000).
%% An integer that is small whatever else is.
-define(SMALL, 16#10000000000000000).
%% What is left of them has 2^14 parts, if all is within each other.
-define(DEPTH, 14).
%% Arguments that are shown of a format that they do not fit.
-define(SHOWN, 50).
%% Metadata of an odd form is printed up to this size, in words: a number takes long,
%% and no limit of characters spares it.
-define(ODD, 500).
%% Metadata of an event: keys that are shown, and of more than MANY only those named here.
-define(FIRST, [request_id, file, domain, crash_reason]).
-define(MOST_KEYS, 20).
-define(MANY, 64).
%% What has columns of its own, or is about how to print.
-define(APART, [mfa, line, pid, time, gl, report_cb, error_logger, logger_formatter, erl_level]).
%% Parts of a report that are searched.
-define(SEARCHED, 400).
%% The counters of capture_logs.
-define(LOOKED_AT, 1).
-define(WANTED, 2).
-define(ROOM, 3).
-define(IN_TICK, 4).
-define(UNFINISHED, 6).
%% Places in the code that log, kept apart.
-define(MAX_SITES_KEPT, 1000).

%% Also runs in the process that logs, so it calls no function of ours, which are not there.
%%
%% A message may share so many parts that copying it, or only computing its size, would exhaust the
%% node. So of a report a sketch is sent (see log_sketch), as of a message with a struct, whose fields a
%% schema may hide, or for which io_lib would take long. Other messages are sent as they are only if
%% they print completely within a limit and have no funs, whose variables are not printed, else turned
%% into text here.
-spec looker() -> fun().
looker() ->
    fun(#{level := Level, msg := Message, meta := Meta}, _Limit,
        {To, Gate, Reference, Counters, Sites, Levels, Module, Text, Room, {Write, About, Searched}}) ->
            counters:get(Counters, ?IN_TICK) > 0 orelse throw(enough),
            counters:sub(Counters, ?IN_TICK, 1),
            counters:get(Counters, ?IN_TICK) > 0 orelse (Gate ! {Reference, full}),
            counters:add(Counters, ?LOOKED_AT, 1),
            counters:add(Counters, ?UNFINISHED, 1),
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
                                          orelse (fun([{_, Fits, Struct}]) -> Fits([Value], ?TERMS, Struct, plain) end)(ets:lookup(Sites, fits)) =/= plain of
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
            Told = Wanted andalso counters:get(Counters, ?ROOM) > 0,
            Sketch = fun(Term, Parts) ->
                             [{_, Do, Struct}] = ets:lookup(Sites, sketch),
                             Do(Term, Parts, Struct)
                     end,
            Fit = case Message of
                      _ when not Wanted; not Told, Text =:= <<>> -> none;
                      {string, Binary} when is_binary(Binary) -> plain;
                      {report, _} -> large;
                      {string, Chars} when length(Chars) > ?TERMS ->
                          case io_lib:printable_unicode_list(Chars) of true -> plain; false -> large end;
                      _ ->
                          Given = case Message of
                                      {Wording, Args} when length(Args) < ?TERMS, length(Wording) < ?TERMS ->
                                          case io_lib:printable_unicode_list(Wording) of true -> Args; false -> [Message] end;
                                      _ -> [Message]
                                  end,
                          %% Few have others, and calling the fun adds 100 to 200 us.
                          case [Term || Term <- Given, not (is_atom(Term) orelse is_integer(Term) andalso abs(Term) < ?SMALL
                                                            orelse is_binary(Term) andalso byte_size(Term) < 1000)] of
                              [] -> plain;
                              Terms ->
                                  [{_, Fits, Key}] = ets:lookup(Sites, fits),
                                  Fits(Terms, ?TERMS, Key, plain)
                          end
                  end,
            Passed = case Message of
                         _ when Fit =:= none -> none;
                         {string, Bytes} when is_binary(Bytes) -> Message;
                         {report, Report} -> {sketch, Sketch(Report, Room), erts_debug:size_shared(Report)};
                         _ when Fit =/= plain -> {sketch, Sketch(Message, Room), erts_debug:size_shared(Message)};
                         _ ->
                             case erts_debug:size_shared(Message) =< ?LARGE
                                 andalso nomatch =:=
                                 binary:match(unicode:characters_to_binary(
                                                io_lib:format("~0tlp", [Message], [{chars_limit, ?PRINTED}])),
                                              [<<"...">>, <<"#Fun<">>]) of
                                 true -> Message;
                                 false -> {text, Write(Message, false), erts_debug:size_shared(Message)}
                             end
                     end,
            Written = case Passed of
                          _ when Text =:= <<>>; Passed =:= none -> <<>>;
                          {text, Part, _} -> Part;
                          {sketch, _, _} when Fit =:= struct -> Write(Message, false);
                          {sketch, _, _} ->
                              Write({report, Sketch(case Message of {report, Whole} -> Whole; _ -> Message end, ?SEARCHED)}, true);
                          _ -> Write(Message, true)
                      end,
            Metadata = case Passed of
                           none -> [];
                           _ -> About(Meta, Sketch, Room)
                       end,
            case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch
                                 orelse binary:match(Searched(Metadata), Text) =/= nomatch) of
                true ->
                    counters:add(Counters, ?WANTED, 1),
                    Site = {Level, Function, Line},
                    ets:info(Sites, size) < ?MAX_SITES_KEPT andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                    case Told of
                        true ->
                            counters:sub(Counters, ?ROOM, 1),
                            To ! {Reference, log, {Level, Time, Pid, Function, Line, Odd, Metadata}, Passed};
                        false -> ok
                    end;
                false -> ok
            end,
            counters:sub(Counters, ?UNFINISHED, 1)
    end.

%% [{Key, Value}] of metadata, some keys first; what is not simple is a sketch, and of keys that
%% are not whole in one, none is shown.
-spec about() -> fun((map(), fun((term(), pos_integer()) -> term()), pos_integer()) -> [{term(), term()}]).
about() ->
    fun(Meta, Sketch, Room) ->
            Show = fun(Term, _) when is_atom(Term); is_pid(Term); is_binary(Term), byte_size(Term) =< 256 -> Term;
                      (Term, Parts) -> Sketch(Term, Parts)
                   end,
            Others = case map_size(Meta) =< ?MANY of
                         true -> maps:to_list(maps:without(?FIRST ++ ?APART, Meta));
                         false -> []
                     end,
            [{Key, Show(Value, case Key of crash_reason -> Room; _ -> Room div 4 end)}
             || {Key, Value} <- lists:sublist([{Key, Value} || Key <- ?FIRST, {ok, Value} <- [maps:find(Key, Meta)]]
                                              ++ lists:keysort(1, [Pair || {Key, _} = Pair <- Others, Show(Key, 10) =:= Key]), ?MOST_KEYS)]
    end.

%% Metadata as a text that is searched: `request_id=F2 user=7 `, as consoles print it.
-spec searched() -> fun(([{term(), term()}]) -> binary()).
searched() ->
    fun(Metadata) ->
            iolist_to_binary(
              [[case Key of
                    _ when is_atom(Key) -> atom_to_binary(Key, utf8);
                    _ -> unicode:characters_to_binary(io_lib:format("~0tp", [Key]))
                end, $=,
                case is_binary(Value) orelse Value =/= [] andalso io_lib:printable_unicode_list(Value) of
                    true when is_binary(Value) -> Value;
                    true -> unicode:characters_to_binary(Value);
                    false -> unicode:characters_to_binary(io_lib:format("~0tp", [Value], [{chars_limit, ?PRINTED}]))
                end, $\s] || {Key, Value} <- Metadata])
    end.

%% Writes a message as text, a large one only in part. It must fit (see log_sketch): a number of a
%% million digits would take minutes.
-spec writer() -> fun((term(), boolean()) -> binary()).
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
                _:_ ->
                    %% Each argument in its place, so that `password=~s` is redacted with it.
                    try
                        {Unfit, Given} = Part,
                        [First | Texts] = re:split(
                                            binary:replace(unicode:characters_to_binary(Unfit), <<"~n">>, <<"\n">>, [global]),
                                            <<"~[-0-9.*]*[tlkK]*[a-zA-Z]">>),
                        Shown = [io_lib:format("~0tp", [Each], [{chars_limit, 1000}]) || Each <- lists:sublist(Given, ?SHOWN)],
                        {Placed, Others} = lists:split(erlang:min(length(Shown), length(Texts)), Shown),
                        <<_/binary>> = unicode:characters_to_binary(
                                         ["FORMAT ERROR: ", First,
                                          lists:zipwith(fun(Each, Then) -> [Each, Then] end,
                                                        Placed ++ lists:duplicate(length(Texts) - length(Placed), "?"), Texts),
                                          [[$\s, Each] || Each <- Others]])
                    catch
                        _:_ -> unicode:characters_to_binary(
                                 io_lib:format("~0tp", [Part], [{chars_limit, 4000}]))
                    end
            end
    end.
