%% From what a user calls things to what they are. Names come as binaries, and
%% no atom is ever made of them: it would stay in the node's table for good.
-module(names).
-export([existing_atom/1, process/1, table/1]).

%% The first of some spellings that is an atom of this node.
-spec existing_atom([binary()]) -> {ok, atom()} | none.
existing_atom([]) ->
    none;
existing_atom([Spelling | Spellings]) ->
    try {ok, binary_to_existing_atom(Spelling, utf8)}
    catch error:_ -> existing_atom(Spellings)
    end.

%% The pid that is written so, or that is registered under one of the spellings.
-spec process({pid, binary()} | {name, [binary()]}) -> pid().
process({pid, Text}) ->
    try list_to_pid(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_process, [])
    end;
process({name, Spellings}) ->
    case registered_as(Spellings) of
        Pid when is_pid(Pid) -> Pid;
        Port when is_port(Port) -> envelope:refuse(not_a_process, []);
        undefined -> envelope:refuse(no_such_name, similar(lists:last(Spellings)))
    end.

%% The ETS table of that name, or that a reference stands for.
-spec table({ref, binary()} | {name, [binary()]}) -> ets:table().
table({ref, Text}) ->
    try list_to_ref(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_table, [])
    end;
table({name, Spellings}) ->
    Known = [Name || Spelling <- Spellings, {ok, Name} <- [existing_atom([Spelling])],
                     ets:info(Name, size) =/= undefined],
    case Known of
        [Name | _] -> Name;
        [] -> envelope:refuse(no_such_table, similar_tables(lists:last(Spellings)))
    end.

%% ---------------------------------------------------------------------------

registered_as([]) ->
    undefined;
registered_as([Spelling | Spellings]) ->
    case existing_atom([Spelling]) of
        none -> registered_as(Spellings);
        {ok, Name} ->
            case whereis(Name) of
                undefined -> registered_as(Spellings);
                Found -> Found
            end
    end.

%% Some registered names that hold the text.
similar(Text) ->
    Wanted = string:lowercase(Text),
    lists:sublist(lists:sort([Name || Name <- registered(),
                                      holds(atom_to_binary(Name, utf8), Wanted)]), 5).

holds(Text, Wanted) ->
    string:find(string:lowercase(Text), Wanted) =/= nomatch.

similar_tables(Text) ->
    Wanted = string:lowercase(Text),
    lists:sublist(lists:sort([Name || Name <- ets:all(), is_atom(Name),
                                      holds(atom_to_binary(Name, utf8), Wanted)]), 5).
