%% What the few processes are that a finding names: names, place, what they do now; and, where the
%% caller may see contents, the kinds of messages that wait in some of them.
%%
%% The processes are asked through workers. Messages are copied into a worker, those of few large
%% mailboxes only, of small messages in all (see kinds/2). Nothing on the node is changed, so nothing is
%% left to undo if the call dies.
-module(health_culprits).
-export([run/2]).

-define(STACK, 8).
-define(PATH, 6).
%% Of a mailbox whose messages are copied: bytes in all, bytes a message, messages told apart.
-define(MAILBOX_BYTES, 33554432).
-define(MESSAGE_BYTES, 256).
-define(MESSAGES, 2000).
-define(COPY_MS, 1000).
%% What the copy of all messages may come to, if each holds the largest persistent term.
-define(COPY_BYTES, 268435456).

%% Answers #{processes, places, names, messages}: places are {Pid, Stack, [Parent]}, who spawned it first;
%% names are of those that did not answer; messages are {Pid, [{Kind, Number}]}, none unless wanted.
-spec run(#{processes := [names:process()], mailboxes := [names:process()]}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{processes := Processes, mailboxes := Mailboxes}, Call) ->
    Pids = [Pid || Process <- Processes, Pid <- found(Process)],
    Items = [current_stacktrace | [parent || identity:readable(parent)]],
    Places = [{Pid, [{M, F, arity(A)} || {M, F, A, _} <- lists:sublist(Stack, ?STACK)],
               lists:reverse(path(Parent, ?PATH, Call))}
              || {Pid, [{_, Stack} | Parent]} <- sweep:read(Pids, Items, Call)],
    {Columns, Rows} = process_rows:of_processes(Pids, Call),
    Silent = Pids -- [hd(Row) || Row <- Rows],
    {#{processes => {Columns, Rows}, places => Places,
       names => [{Pid, Name} || Silent =/= [], Name <- registered(), Pid <- [whereis(Name)], lists:member(Pid, Silent)],
       messages => [{Pid, Kinds} || Process <- Mailboxes, Pid <- found(Process), Kinds <- kinds(Pid, Call)]},
     #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

-spec found(names:process()) -> [pid()].
found(Process) ->
    try [names:process(Process)] catch throw:_ -> [] end.

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.

%% Who spawned it, who spawned that, and so on: names, or pids of those that have none.
-spec path([{parent, term()}], non_neg_integer(), envelope:call()) -> [pid() | atom()].
path([{parent, Pid}], Left, Call) when is_pid(Pid), node(Pid) =:= node(), Left > 0 ->
    case sweep:read([Pid], [registered_name, parent], Call) of
        [{_, [{_, Name}, Parent]}] -> [case Name of [] -> Pid; _ -> Name end | path([Parent], Left - 1, Call)];
        _ -> [Pid]
    end;
path(_Parent, _Left, _Call) ->
    [].

%% [[{Kind, Number}]] of the oldest messages. A copy has no bound where a process has sent itself
%% what shares its parts: so nothing is copied whose messages have more than a few words on average, and
%% nothing where each might hold a large persistent term, which counts for nothing until it is copied.
-spec kinds(pid(), envelope:call()) -> [[{term(), pos_integer()}]].
kinds(Pid, Call) ->
    case sweep:read([Pid], [message_queue_len, memory], Call) of
        [{_, [{_, Length}, {_, Bytes}]}] when Length > 0, Bytes =< ?MAILBOX_BYTES, Bytes =< Length * ?MESSAGE_BYTES ->
            Look = fun() ->
                           {messages, All} = process_info(Pid, messages),
                           get_mailbox:look(kinds, {messages, lists:sublist(All, ?MESSAGES)}, 5, none)
                   end,
            case Length * constant(Call) =< ?COPY_BYTES andalso worker:one(Look, ?COPY_MS, Call) of
                {ok, #{kinds := Kinds}} -> [[{Kind, Number} || {Kind, Number, _} <- Kinds]];
                _ -> []
            end;
        _ -> []
    end.

%% Bytes of the largest persistent term that is not one of OTP's own; more than any copy may have where
%% it has no bound.
-spec constant(envelope:call()) -> non_neg_integer().
constant(Call) ->
    Own = [prim_socket, erl_features, logger_config, logger_olp],
    Largest = fun() ->
                      lists:max([0 | [erts_debug:flat_size(Value) * erlang:system_info(wordsize)
                                      || {Key, Value} <- persistent_term:get(),
                                         not is_tuple(Key) orelse not lists:member(element(1, Key), Own)]])
              end,
    case constants:bytes(Call) =/= none andalso worker:one(Largest, ?COPY_MS, Call) of
        {ok, Bytes} -> Bytes;
        _ -> ?COPY_BYTES + 1
    end.
