%% Resolves the names that a user writes. They come as binaries, and no atom is ever made of
%% them: it would stay in the node's atom table forever.
%%
%% Runs in the body. Only tables are read: no process is asked, and nothing is changed.
-module(names).
-export([existing_atom/1, near/2, process/1, table/1]).
-export_type([process/0, table/0]).
-seldom([near/2]).
-optional([{'Elixir.Registry', whereis_name, 1}]).

%% Maximum names compared with an unknown one: the comparison is interpreted.
-define(MAX_NAMES, 10000).

%% A process or table as a user names it: with every spelling that may be meant.
-type process() :: {pid, binary()} | {name, [binary()]} | {global | registry, marked:marked()}.
-type table() :: {ref, binary()} | {name, [binary()]}.

%% The first of some spellings that is an atom of this node.
-spec existing_atom([binary()]) -> {ok, atom()} | none.
existing_atom([]) ->
    none;
existing_atom([Spelling | Spellings]) ->
    try {ok, binary_to_existing_atom(Spelling, utf8)}
    catch error:_ -> existing_atom(Spellings)
    end.

%% The pid as written, or the process registered under one of the spellings, in `global`, or in
%% an Elixir Registry. All of these are read from tables.
-spec process(process()) -> pid().
process({pid, Text}) ->
    try list_to_pid(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_process, [])
    end;
process({name, Spellings}) ->
    case registered_as(Spellings) of
        Pid when is_pid(Pid) -> Pid;
        Port when is_port(Port) -> envelope:refuse(not_a_process, []);
        undefined -> envelope:refuse(no_such_name, near(lists:last(Spellings), registered()))
    end;
process({global, Marked}) ->
    found(global:whereis_name(marked:term(Marked)));
process({registry, Marked}) ->
    Name = marked:term(Marked),
    found(try 'Elixir.Registry':whereis_name(Name) catch error:_ -> undefined end).

%% The ETS table with that name or reference.
-spec table(table()) -> ets:table().
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

%% Up to five names that may have been meant: those that contain the text, else those that share
%% most of their start and end with it. Compares the first 10,000.
-spec near(binary(), [Name]) -> [Name] when Name :: atom() | binary().
near(Text, Names) ->
    Wanted = string:lowercase(Text),
    Ranked = [{distance(Wanted, string:lowercase(text(Name))), Name} || Name <- lists:sublist(Names, ?MAX_NAMES)],
    Most = case lists:keymember(0, 1, Ranked) of
               true -> 0;
               false -> byte_size(Wanted) div 2
           end,
    Near = lists:sort([Found || {Distance, _} = Found <- Ranked, Distance =< Most]),
    [Name || {_, Name} <- lists:sublist(Near, 5)].

%% ---------------------------------------------------------------------------

found(undefined) -> envelope:refuse(no_such_name, []);
found(Pid) when node(Pid) =:= node() -> Pid;
found(Pid) -> envelope:refuse(elsewhere, node(Pid)).

%% Bytes of the longer name outside the common prefix and suffix; 0 if the name contains Wanted.
distance(Wanted, Name) ->
    case Wanted =/= <<>> andalso binary:match(Name, Wanted) of
        {_, _} -> 0;
        _ ->
            Longer = erlang:max(byte_size(Wanted), byte_size(Name)),
            Begin = binary:longest_common_prefix([Wanted, Name]),
            End = binary:longest_common_suffix([Wanted, Name]),
            erlang:max(1, Longer - Begin - End)
    end.

text(Name) when is_atom(Name) -> atom_to_binary(Name, utf8);
text(Name) -> Name.

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

similar_tables(Text) ->
    near(Text, [Name || Name <- ets:all(), is_atom(Name)]).
