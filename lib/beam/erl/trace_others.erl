%% Who else traces. Before OTP 27 all tracing on a node shares one set of flags and breakpoints:
%% two users would receive each other's events and clear each other's settings. So a trace of
%% ours starts only if nobody else traces; if that cannot be found out, it is refused.
-module(trace_others).
-export([refuse/2, refuse_builtins/2, taken/1]).
-optional([{trace, session_info, 1}]).

%% Time limit for the workers that look for other traces; they run side by side.
-define(LOOK_MS, 5000).
%% First heap of the worker that lists all processes: three words a process, up to this many.
-define(WORDS_A_PROCESS, 3).
-define(MAX_HEAP_WORDS, 300000).
%% Processes that it asks at a time.
-define(CHUNK, 10000).

%% Refuses a trace that would change or receive what somebody else has set. Their call_time
%% counters count in every process with the call flag, also if we set it.
-spec refuse([tracepoints:target()], envelope:call()) -> ok.
refuse(Targets, Call) ->
    [taken({process, Tracer}) || What <- [new_processes, new],
                                 {tracer, Tracer} <- [erlang:trace_info(What, tracer)], Tracer =/= []],
    Tracers = look(tracers(), Call#{min_heap_words => erlang:min(?MAX_HEAP_WORDS, ?WORDS_A_PROCESS * erlang:system_info(process_count))}),
    [taken({process, Tracer}) || Tracer <- lists:usort(lists:append(Tracers))],
    [taken({messages, Event}) || Event <- [send, 'receive'],
                                 erlang:trace_info(Event, match_spec) =/= {match_spec, true}],
    Functions = tracepoints:functions(Targets),
    refuse_builtins(Functions, [meta, call_count]),
    [taken({function, Function})
     || Item <- [call_time, call_memory], {Function, Set} <- lists:zip(Functions, counters(Functions, Item)),
        Set =/= false, Set =/= undefined],
    %% A tracer with the flag for calls gets a message for each call of these.
    Targets =:= [] orelse
        [taken({function, Function}) || Function <- lists:append(look([fun patterns/0], Call))],
    ok.

%% Bug before OTP 28.3 (OTP-19840): removing one trace setting from a BIF silently disables all
%% others on it, even those of other sessions, and they are still reported as set. Without
%% sessions (before OTP 27) the settings to look for are `Items`.
-spec refuse_builtins([mfa()], [atom()]) -> ok.
refuse_builtins(Functions, Items) ->
    case [list_to_integer(N) || N <- string:lexemes(erlang:system_info(version), ".")] of
        Version when Version >= [16, 2] -> ok;
        _ ->
            Sessions = trace_backend:sessions(),
            [taken({function, Function})
             || {Module, Name, Arity} = Function <- Functions, erlang:is_builtin(Module, Name, Arity),
                case Sessions of
                    true -> in_session(Function);
                    false -> lists:any(fun(Item) -> is_set(Function, Item) end, Items)
                end],
            ok
    end.

%% Refuses because this process, function or message event is traced already.
-spec taken({process, term()} | {function, mfa()} | {messages, atom()}) -> no_return().
taken({process, Tracer}) when is_pid(Tracer), node(Tracer) =:= node() ->
    {Name, Function} = case process_info(Tracer, [registered_name, initial_call]) of
                           [{_, Known}, {_, First}] -> {Known, First};
                           undefined -> {[], none}
                       end,
    envelope:refuse(traced_by_others, {process, Tracer, Name, Function});
taken({process, _Other}) ->
    envelope:refuse(traced_by_others, {process, none, [], none});
taken({Kind, What}) ->
    envelope:refuse(traced_by_others, {Kind, What}).

%% ---------------------------------------------------------------------------

-spec look([fun(() -> [Found])], envelope:call()) -> [[Found]].
look(Looks, Call) ->
    [case Result of
         {ok, Found} -> Found;
         _ -> envelope:refuse(traces_unknown, [])
     end || Result <- worker:all(Looks, ?LOOK_MS, Call)].

%% Tracers of processes with any trace flag. process_info/2 finds these processes in a tenth of
%% the time that asking each for its tracer takes.
-spec tracers() -> [fun(() -> [term()])].
tracers() ->
    Item = case identity:readable(trace) of true -> trace; false -> status end,
    Flagged = [{{'$1', '$2'}, [{'=/=', '$1', {{trace, 0}}}, {'=/=', '$1', undefined}], ['$2']}],
    Spec = [{{tracer, '$1'}, [{'=/=', '$1', []}], ['$1']}],
    [fun() -> traced(processes(), Item, ets:match_spec_compile(Flagged), ets:match_spec_compile(Spec)) end].

%% In one worker: to pass processes on costs more than to ask them.
-spec traced([pid()], trace | status, ets:compiled_match_spec(), ets:compiled_match_spec()) -> [term()].
traced([], _Item, _Flagged, _Spec) ->
    [];
traced(Pids, Item, Flagged, Spec) ->
    Chunk = lists:sublist(Pids, ?CHUNK),
    Flags = lists:zipwith(fun erlang:process_info/2, Chunk, lists:duplicate(length(Chunk), Item)),
    Some = ets:match_spec_run(lists:zip(Flags, Chunk), Flagged),
    Tracers = lists:zipwith(fun erlang:trace_info/2, Some, lists:duplicate(length(Some), tracer)),
    ets:match_spec_run(Tracers, Spec) ++ traced(lists:nthtail(length(Chunk), Pids), Item, Flagged, Spec).

-spec in_session(mfa()) -> boolean().
in_session(Function) ->
    try trace:session_info(Function) =/= []
    catch error:_ -> envelope:refuse(traces_unknown, [])
    end.

%% If something else is set on the function, an unset meta trace is reported as [].
-spec is_set(mfa(), atom()) -> boolean().
is_set(Function, Item) ->
    try erlang:trace_info(Function, Item) of
        {meta, []} -> false;
        {Item, Set} -> Set =/= false andalso Set =/= undefined
    catch
        error:badarg -> false
    end.

%% Not every release has both.
-spec counters([mfa()], call_time | call_memory) -> [term()].
counters(Functions, Item) ->
    try trace_backend:infos(shared, Functions, Item)
    catch error:badarg -> [false || _ <- Functions]
    end.

%% The first function of the node that has a trace pattern.
-spec patterns() -> [mfa()].
patterns() ->
    patterns(erlang:loaded()).

-spec patterns([module()]) -> [mfa()].
patterns([]) ->
    [];
patterns([Module | Modules]) ->
    Functions = tracepoints:now({Module, '_', '_'}),
    Traced = trace_backend:infos(shared, Functions, traced),
    case lists:usort(Traced) -- [false, undefined] of
        [] -> patterns(Modules);
        _ -> lists:sublist([Function || {Function, How} <- lists:zip(Functions, Traced),
                                        How =:= local orelse How =:= global], 1)
    end.
