%% Asks many nodes of a cluster from one of them, over its existing connections. It opens none: a
%% node that it is not connected to is reported as such.
%%
%% A worker for each node waits for the answer there. If it ends, or the link between the nodes
%% does, so does the coordinator on the other node, and with it all that serves the question.
-module(fan_out).
-export([run/2]).

%% How long the others have once the asker wants what has come.
-define(GRACE_MS, 1000).

%% `call` are the arguments of erl_eval:expr/5 that run a probe. Answers a compressed
%% term, since answers of many nodes are much alike: [{Name, {ok, Pid, Value}}], with a
%% pid of the node, or {Name, {failed, Why, Detail}}.
-spec run(#{nodes := [binary()], call := [term()], timeout_ms := non_neg_integer(), most_bytes := pos_integer()},
          envelope:call()) -> {binary(), envelope:cost()}.
run(#{nodes := Names, call := Arguments, timeout_ms := TimeoutMs, most_bytes := MostBytes}, Call) ->
    Connected = maps:from_list([{atom_to_binary(Node, utf8), Node}
                                || Node <- [node() | nodes(connected)]]),
    {Here, Away} = lists:partition(fun(Name) -> is_map_key(Name, Connected) end, Names),
    Funs = [ask(maps:get(Name, Connected), Arguments, MostBytes, Call) || Name <- Here],
    Answers = lists:zip(Here, [outcome(Result) || Result <- worker:hurried(Funs, TimeoutMs, ?GRACE_MS, Call)])
        ++ [{Name, {failed, not_connected, none}} || Name <- Away],
    {term_to_binary(Answers, [compressed]), #{}}.

%% ---------------------------------------------------------------------------

%% The coordinator on the other node is linked to the worker that this runs in, and to
%% nobody else: it ends with it, and its answer is the reason of its end.
-spec ask(node(), [term()], pos_integer(), envelope:call()) -> fun(() -> {ok, pid(), term()} | {failed, atom(), term()}).
ask(Node, Arguments, MostBytes, #{coordinator := Coordinator, heap_words := Words}) ->
    Options = [link, {priority, low}, envelope:heap_guard(Words)],
    fun() ->
            process_flag(trap_exit, true),
            Reference = make_ref(),
            Request = erlang:spawn_request(Node, erpc, execute_call,
                                           [Reference, erl_eval, expr, Arguments], Options),
            Wait = fun Wait(Pid) ->
                           receive
                               {spawn_reply, Request, ok, Spawned} -> Wait(Spawned);
                               {spawn_reply, Request, error, Why} -> {failed, Why, none};
                               {'EXIT', Coordinator, Why} -> exit(Why);
                               early when is_pid(Pid) -> Pid ! early, Wait(Pid);
                               {'EXIT', Pid, {Reference, return, Value}} ->
                                   case erlang:external_size(Value) of
                                       Bytes when Bytes > MostBytes -> {failed, too_large, Bytes};
                                       _ -> {ok, Pid, Value}
                                   end;
                               {'EXIT', Pid, noconnection} -> {failed, noconnection, none};
                               {'EXIT', Pid, killed} -> {failed, killed, none};
                               {'EXIT', Pid, _} -> {failed, raised, none}
                           end
                   end,
            Wait(none)
    end.

outcome({ok, Outcome}) -> Outcome;
outcome({raised, _}) -> {failed, raised, none};
outcome(no_answer) -> {failed, no_answer, none}.
