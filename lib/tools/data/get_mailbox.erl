%% The messages that wait in a process: counted by kind, or the oldest of them. A worker copies all
%% of them, so large mailboxes are refused. With messages on the heap, a copy has no size limit: a
%% message that a process sent to itself keeps shared parts. With messages off the heap it has
%% one (measured on OTP 23 to 29): each message was copied when sent, except its constants.
%%
%% Nothing of the process changes; if the probe ends in between, the worker ends with it.
-module(get_mailbox).
-export([run/2, look/4]).

-define(REPLY_MS, 100). % of the time left, for what follows the copy

%% Answers #{pid, mailbox, looked_at, kinds_in_all, kinds} with kinds [{Kind, Number, FirstPlace}],
%% or #{pid, mailbox, looked_at, messages} with messages [{Cut, Bytes}], oldest first. Refuses with
%% too_many_messages: {Length, Current}; on_heap: Length; large_process: Bytes; large_messages: MaxBytes;
%% constants: Bytes | none; late: Length.
-spec run(map(), envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, view := View, limit := Limit, limits := Limits, most := Most,
      max_bytes := Max, force := Force}, #{heap_words := Words, until := Until} = Call) ->
    Pid = names:process(Process),
    case sweep:read([Pid], [message_queue_len, current_function, memory, message_queue_data], Call) of
        [{Pid, [{_, Length}, {_, Current}, _, _]}] when Length > Most, not Force ->
            envelope:refuse(too_many_messages, {Length, Current});
        [{Pid, [{_, Length}, _, _, {_, on_heap}]}] when Length > 0, not Force ->
            envelope:refuse(on_heap, Length);
        [{Pid, [_, _, {_, Bytes}, _]}] when Bytes > Max, not Force ->
            envelope:refuse(large_process, Bytes);
        [{Pid, [{_, Length}, _, {_, Bytes}, _]}] ->
            Force orelse bounded(Length, Bytes, Max, Call),
            Look = fun() -> look(View, process_info(Pid, messages), Limit, Limits) end,
            case worker:one(Look, erlang:max(1, Until - envelope:now_ms() - ?REPLY_MS), Call) of
                {ok, Seen} ->
                    {maps:merge(#{pid => Pid, mailbox => Length}, Seen), #{processes_scanned => 1}};
                _ ->
                    case envelope:now_ms() + 150 > Until of
                        true -> envelope:refuse(late, Length);
                        false -> envelope:refuse(large_messages, Words * erlang:system_info(wordsize))
                    end
            end;
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------

%% Each message may hold all persistent terms.
-spec bounded(non_neg_integer(), non_neg_integer(), pos_integer(), envelope:call()) -> ok.
bounded(0, _Bytes, _Max, _Call) ->
    ok;
bounded(Length, Bytes, Max, Call) ->
    case constants:bytes(Call) of
        Constants when is_integer(Constants), Bytes + Length * Constants =< Max -> ok;
        Constants -> envelope:refuse(constants, Constants)
    end.

%% What an answer says of messages: process_info/2 of `messages`.
-spec look(sample | kinds, {messages, [term()]} | undefined, pos_integer(), term()) -> map().
-dialyzer({no_improper_lists, look/4}).
look(sample, {messages, All}, Limit, Limits) ->
    #{looked_at => length(All),
      messages => [values:shown(Message, Limits) || Message <- lists:sublist(All, Limit)]};
look(kinds, {messages, All}, Limit, _Limits) ->
    Places = bulk:select(lists:zip(All, lists:seq(1, length(All))),
                         [{{Message, '$1'}, Guards, [{{Kind, '$1'}}]} || {Message, Guards, Kind} <- message_kinds:clauses()]),
    Groups = selection:keyed(Places, [{{'$1', '$2'}, [], ['$1' | '$2']}]),
    Kinds = lists:reverse(lists:sort([{length(Of), lists:min(Of), Kind} || {Kind, Of} <- maps:to_list(Groups)])),
    #{looked_at => length(All), kinds_in_all => length(Kinds),
      kinds => [{cut:label(Kind), Number, First}
                || {Number, First, Kind} <- lists:sublist(Kinds, Limit)]};
look(_View, undefined, _Limit, _Limits) ->
    #{looked_at => 0, kinds_in_all => 0, kinds => [], messages => []}.
