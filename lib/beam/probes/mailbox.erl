%% The messages that wait in a process: of what kinds they are, or the first of them.
%% All of them are copied for it, so it is not done where they are many.
-module(mailbox).
-export([run/2]).

%% Answers #{pid, mailbox, looked_at, kinds} with kinds [{Kind, Number, First place}],
%% or #{pid, mailbox, looked_at, messages} with messages [{Cut, Bytes}], oldest first.
run(#{process := Process, view := View, limit := Limit, limits := Limits, most := Most,
      max_bytes := Max, force := Force}, Call) ->
    Pid = names:process(Process),
    case sweep:read([Pid], [message_queue_len, current_function], Call) of
        [{Pid, [{_, Length}, {_, Current}]}] when Length > Most, not Force ->
            envelope:refuse(too_many_messages, {Pid, Length, Most, Current});
        [{Pid, [{_, Length}, _]}] ->
            large(Pid, Max, Call) andalso not Force
                andalso envelope:refuse(too_large, {Pid, Max}),
            Look = fun() -> look(View, process_info(Pid, messages), Limit, Limits) end,
            case worker:one(Look, 10000, Call) of
                {ok, Seen} ->
                    {maps:merge(#{pid => Pid, mailbox => Length}, Seen), #{processes_scanned => 1}};
                _ ->
                    envelope:refuse(too_large, {Pid, Max})
            end;
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------

large(Pid, Max, Call) ->
    case sweep:read([Pid], [memory], Call) of
        [{Pid, [{memory, Bytes}]}] -> Bytes > Max;
        _ -> false
    end.

look(sample, {messages, All}, Limit, Limits) ->
    #{looked_at => length(All),
      messages => [values:shown(Message, Limits) || Message <- lists:sublist(All, Limit)]};
look(kinds, {messages, All}, Limit, _Limits) ->
    Placed = lists:zip([kind(Message, 2) || Message <- All], lists:seq(1, length(All))),
    Sorted = lists:keysort(1, Placed),
    Kinds = lists:reverse(lists:sort(kinds(Sorted, []))),
    #{looked_at => length(All), kinds_in_all => length(Kinds),
      kinds => [{cut:text(Kind, 200), Number, First}
                || {Number, First, Kind} <- lists:sublist(Kinds, Limit)]};
look(_View, undefined, _Limit, _Limits) ->
    #{looked_at => 0, kinds_in_all => 0, kinds => [], messages => []}.

%% A message without what tells it from others of its kind: atoms that stand first
%% stay, and so do the envelopes of OTP.
kind(Tuple, Depth) when is_tuple(Tuple), tuple_size(Tuple) > 0, Depth > 0 ->
    [First | Rest] = tuple_to_list(Tuple),
    list_to_tuple([kind(First, Depth - 1) | [inner(First, Part, Depth - 1) || Part <- Rest]]);
kind(Atom, _Depth) when is_atom(Atom) -> Atom;
kind(Tuple, _Depth) when is_tuple(Tuple) -> {'_', tuple_size(Tuple)};
kind(Map, _Depth) when is_map(Map) -> #{};
kind(_Other, _Depth) -> '_'.

inner(Envelope, Part, Depth)
  when Envelope =:= '$gen_call'; Envelope =:= '$gen_cast'; Envelope =:= system ->
    case Part of
        {From, _} when is_pid(From) -> '_';
        _ -> kind(Part, Depth)
    end;
inner(_First, Part, _Depth) when is_atom(Part) -> Part;
inner(_First, _Part, _Depth) -> '_'.

%% [{Number, First place, Kind}]
kinds([], Found) ->
    Found;
kinds([{Kind, Place} | Rest], [{Number, First, Kind} | Found]) ->
    kinds(Rest, [{Number + 1, erlang:min(First, Place), Kind} | Found]);
kinds([{Kind, Place} | Rest], Found) ->
    kinds(Rest, [{1, Place, Kind} | Found]).
