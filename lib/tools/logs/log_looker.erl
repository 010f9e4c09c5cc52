%% What looks at a log event: funs that run interpreted in the process that logs, in the filter of
%% capture_logs.
%%
%% They must not fail, and leave nothing in that process. What they cost it is said in capture_logs.
-module(log_looker).
-export([looker/0, about/0, searched/0, writer/0]).

%% Larger messages become text where they are logged, and are not copied; in words, each
%% counted once, and in characters.
-define(LARGE, 2000).
-define(PRINTED, 6000).
%% What is left of them has 2^14 parts, if all is within each other.
-define(DEPTH, 14).
%% Metadata of an odd form is printed up to this size, in words: a number takes long,
%% and no limit of characters spares it.
-define(ODD, 500).
%% Metadata of an event: keys that are shown, and of more than MANY only those named here.
-define(FIRST, [request_id, file, domain, crash_reason]).
-define(MOST_KEYS, 20).
%% Characters of a value, and of all.
-define(VALUE, 1000).
-define(VALUES, 4000).
-define(VALUE_DEPTH, 10).
-define(MANY, 64).
%% What has columns of its own, or is about how to print.
-define(APART, [mfa, line, pid, time, gl, report_cb, error_logger, logger_formatter, erl_level]).
%% Places in the code that log, kept apart.
-define(MAX_SITES_KEPT, 1000).

%% Also runs in the process that logs, so it calls no function of ours, which are not there.
%%
%% A message may share so many parts that copying it, or only computing its size, would exhaust the
%% node. So it is sent as it is only if it prints completely within a limit and has no funs,
%% whose variables are not printed. Everything else is turned into text here.
-spec looker() -> fun().
looker() ->
    fun(#{level := Level, msg := Message, meta := Meta}, _Limit,
        {To, Gate, Reference, Counters, Sites, Levels, Module, Text, {Write, About, Searched}}) ->
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
            Metadata = case Wanted andalso (Told orelse Text =/= <<>>) of
                           true -> About(Meta);
                           false -> []
                       end,
            case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch
                                 orelse binary:match(Searched(Metadata), Text) =/= nomatch) of
                true ->
                    counters:add(Counters, 2, 1),
                    Site = {Level, Function, Line},
                    ets:info(Sites, size) < ?MAX_SITES_KEPT andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                    case Told of
                        true ->
                            counters:sub(Counters, 3, 1),
                            To ! {Reference, log, {Level, Time, Pid, Function, Line, Odd, Metadata},
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

%% [{Key, whole, Value} | {Key, text, Text}] of metadata, some keys first; what is large or may
%% be is text. Printing is what takes the time of the process that logs, so there is a limit for all
%% values together.
-spec about() -> fun((map()) -> [{term(), whole | text, term()}]).
about() ->
    fun(Meta) ->
            Print = fun(Form, Term, Most) ->
                            unicode:characters_to_binary(io_lib:format(Form, [Term], [{chars_limit, Most}]))
                    end,
            %% {How, Shown, what is left of the limit}
            Look = fun(Term, Left) when is_atom(Term); is_pid(Term); is_binary(Term), byte_size(Term) =< 256;
                                        is_integer(Term), abs(Term) < 16#ffffffffffffffff ->
                           {whole, Term, Left};
                      (Term, Left) when is_integer(Term); Left < 50 ->
                           {text, <<"...">>, Left};
                      (Term, Left) ->
                           Most = erlang:min(?VALUE, Left),
                           %% The size of a constant is 0.
                           Printed = case erts_debug:size_shared(Term) =< ?ODD of
                                         true -> Print("~0tlp", Term, Most);
                                         false -> <<"...">>
                                     end,
                           case binary:match(Printed, [<<"...">>, <<"#Fun<">>]) of
                               nomatch -> {whole, Term, Left - byte_size(Printed)};
                               _ ->
                                   Part = io_lib:limit_term(Term, ?VALUE_DEPTH),
                                   case erts_debug:size_shared(Part) < 10000 of
                                       true -> {text, Print("~0tp", Part, Most), Left - Most};
                                       false -> {text, <<>>, Left - Most}
                                   end
                           end
                   end,
            Others = case map_size(Meta) =< ?MANY of
                         true -> maps:to_list(maps:without(?FIRST ++ ?APART, Meta));
                         false -> []
                     end,
            Pairs = lists:sublist([{Key, Value} || Key <- ?FIRST, {ok, Value} <- [maps:find(Key, Meta)]]
                                  ++ lists:keysort(1, [Pair || {Key, _} = Pair <- Others, element(1, Look(Key, 100)) =:= whole]), ?MOST_KEYS),
            {Shown, _} = lists:mapfoldl(fun({Key, Value}, Left) ->
                                                {How, Told, Rest} = Look(Value, Left),
                                                {{Key, How, Told}, Rest}
                                        end, ?VALUES, Pairs),
            Shown
    end.

%% Metadata as a text that is searched: `request_id=F2 user=7 `, as consoles print it.
-spec searched() -> fun(([{term(), whole | text, term()}]) -> binary()).
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
                end, $\s] || {Key, _, Value} <- Metadata])
    end.

%% Writes a message as text; a large one only in part, and not at all where the part is
%% still large: a number of a million digits would take minutes.
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
