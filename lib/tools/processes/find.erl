%% What has a text in its name: registered processes and ports, modules, tables, applications,
%% ports. Names are looked at as they are; no atom is made.
%%
%% The body of the call goes through the names itself; only processes that are shown are asked, for
%% the length of their mailbox, through workers. Nothing on the node is changed, so nothing is left
%% to undo if the call dies.
-module(find).
-export([run/2]).

%% Maximum characters of the name of a port.
-define(PORT_NAME, 100).

%% Answers #{Kind => {Number, First}} with facts of the first ones of each kind.
-spec run(#{text := binary(), kinds := [Kind], limit := pos_integer()}, envelope:call()) ->
          {#{Kind => {non_neg_integer(), [term()]}}, envelope:cost()}
              when Kind :: names | modules | tables | applications | ports.
run(#{text := Text, kinds := Kinds, limit := Limit}, Call) ->
    {maps:from_list([{Kind, found(Kind, Text, Limit, Call)} || Kind <- Kinds]), #{}}.

%% ---------------------------------------------------------------------------

-spec found(atom(), binary(), pos_integer(), envelope:call()) -> {non_neg_integer(), [term()]}.
found(names, Text, Limit, Call) ->
    counted(matching(lists:sort(registered()), Text), Limit,
            fun(Names) ->
                    Pids = [Pid || Name <- Names, Pid <- [whereis(Name)], is_pid(Pid)],
                    Mailboxes = maps:from_list([{Pid, Mailbox}
                                                || {Pid, [{_, Mailbox}]} <-
                                                       sweep:read(Pids, [message_queue_len], Call)]),
                    [{Name, Found, maps:get(Found, Mailboxes, none)}
                     || Name <- Names, Found <- [whereis(Name)], Found =/= undefined]
            end);
found(modules, Text, Limit, _Call) ->
    counted(matching(lists:sort(erlang:loaded()), Text), Limit, fun(Names) -> Names end);
found(applications, Text, Limit, _Call) ->
    Masters = applications:masters(),
    counted(matching(applications:loaded(), Text), Limit,
            fun(Names) -> [{Name, lists:keymember(Name, 1, Masters)} || Name <- Names] end);
found(tables, Text, Limit, _Call) ->
    All = ets:all(),
    Names = lists:zipwith(fun ets:info/2, All, lists:duplicate(length(All), name)),
    Wanted = matching(lists:usort(Names) -- [undefined], Text),
    counted(lists:sort(bulk:select(lists:zip(Names, All), [{{Name, '_'}, [], ['$_']} || Name <- Wanted])), Limit,
            fun(Found) ->
                    Word = erlang:system_info(wordsize),
                    [{Name, table_id:shown(Table), Size, Words * Word}
                     || {Name, Table} <- Found,
                        Size <- [ets:info(Table, size)], is_integer(Size),
                        Words <- [ets:info(Table, memory)], is_integer(Words)]
            end);
found(ports, Text, Limit, Call) ->
    #{ports := Ours} = ours:all(Call),
    Names = [{lists:flatten(io_lib:format("~ts", [Name])), Port}
             || Port <- erlang:ports() -- Ours, {name, Name} <- [erlang:port_info(Port, name)]],
    counted([Pair || {Name, _} = Pair <- Names,
                     string:find(string:lowercase(Name), Text) =/= nomatch], Limit,
            fun(Found) ->
                    [{Port, cut:chars(Name, ?PORT_NAME), Owner}
                     || {Name, Port} <- Found, {connected, Owner} <- [erlang:port_info(Port, connected)]]
            end).

-spec counted([Thing], pos_integer(), fun(([Thing]) -> [Fact])) -> {non_neg_integer(), [Fact]}.
counted(All, Limit, Facts) ->
    {length(All), Facts(lists:sublist(All, Limit))}.

%% Native functions make the texts of all names, so that little is interpreted.
-spec matching([atom()], binary()) -> [atom()].
matching(Names, Text) ->
    Texts = lists:map(fun string:lowercase/1, lists:map(fun erlang:atom_to_list/1, Names)),
    Found = lists:zipwith(fun string:find/2, Texts, lists:duplicate(length(Names), Text)),
    bulk:select(lists:zip(Found, Names), [{{'$1', '$2'}, [{'=/=', '$1', nomatch}], ['$2']}]).
