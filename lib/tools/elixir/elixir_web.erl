%% Phoenix on a node: requests that are served, views and channels, and topics of PubSub.
%%
%% Workers read stacks and registries; nothing is changed.
-module(elixir_web).
-export([requests/4, live/2, pubsub/4, in/3, place/1, serving/2, doing/2, holds/2]).
-optional([{'Elixir.Registry', count, 1}, {'Elixir.Registry', select, 2}]).

%% Maximum subscribers of a registry whose topics are counted.
-define(MAX_SUBSCRIBERS, 100000).

%% Those that have been served for longest first; Limit of them are looked at once more.
-spec requests(map(), binary(), pos_integer(), envelope:call()) -> get_elixir_overview:rows().
requests(#{requests := Pids, facts := Facts}, Text, Limit, Call) ->
    Found = lists:reverse(lists:sort([{age(Said), Pid, Said} || Pid <- Pids, Said <- [maps:get(Pid, Facts, #{})],
                                                                holds(place(Said), Text)])),
    Some = lists:sublist(Found, Limit),
    Now = doing([Pid || {_, Pid, _} <- Some], Call),
    {length(Found), [pid, age_ms, in, server, request_id, current_function, memory_bytes, method, route, path],
     [[Pid, case Age of -1 -> none; _ -> Age end, in(Pid, Said, Call), server(Said), maps:get(request_id, Said, none)
       | maps:get(Pid, Now, [none, none])] ++ [maps:get(Key, Said, none) || Key <- [method, route, path]]
      || {Age, Pid, Said} <- Some]}.

%% By view, those with most memory first.
-spec live(elixir_crowd:views(), binary()) -> get_elixir_overview:rows().
live(Views, Text) ->
    Rows = lists:reverse(lists:sort([{Bytes, [Kind, Module, Number, Bytes, Pid, Most]}
                                     || {{Kind, Module}, {Number, Bytes, Most, Pid}} <- maps:to_list(Views),
                                        holds(Module, Text), is_view(Kind, Module)])),
    {length(Rows), [kind, view, count, memory_bytes, largest, largest_bytes],
     [Row || {_, Row} <- Rows]}.

%% Of some registries those of Phoenix.PubSub, and their topics, those with most subscribers first.
-spec pubsub([atom()], binary(), pos_integer(), envelope:call()) -> [{pubsub | topics, get_elixir_overview:rows()}].
pubsub(Registries, Text, Limit, Call) ->
    Found = [{Name, counted(Name, Limit, Text, Call)} || Name <- Registries, is_pubsub(Name)],
    Rows = [[Name, Topics, Subscribers] || {Name, {Topics, Subscribers, _}} <- Found],
    Most = lists:reverse(lists:sort([{N, Name, Topic} || {Name, {_, _, {_, Some}}} <- Found, {N, Topic} <- Some])),
    [{pubsub, {length(Rows), [pubsub, topics, subscribers], Rows}},
     {topics, {lists:sum([Number || {_, {_, _, {Number, _}}} <- Found]), [pubsub, topic, subscribers],
               [[Name, Topic, N] || {N, Name, Topic} <- Most]}}].

%% What a process works on: the action, job, view, channel or callback on its stack, in Elixir
%% syntax; else its initial call.
-spec in(pid(), backtraces:facts(), envelope:call()) -> binary() | mfa() | none.
in(Pid, Said, Call) ->
    case place(Said) of
        <<>> ->
            case identity:of_processes([Pid], Call) of
                [{_, #{initial_call := Mfa}}] -> Mfa;
                _ -> none
            end;
        Place -> Place
    end.

%% The same with the id and age of a request, for one process of a node that runs Elixir; else `none`.
-spec serving(pid(), envelope:call()) -> {binary(), binary() | none, non_neg_integer() | none} | none.
serving(Pid, Call) ->
    Said = case erlang:module_loaded('Elixir.Kernel') of
               true -> maps:get(Pid, backtraces:read([Pid], Call), #{});
               false -> #{}
           end,
    case place(maps:remove(served, Said)) of
        <<>> -> none;
        Place -> {Place, maps:get(request_id, Said, none), case age(Said) of -1 -> none; Age -> Age end}
    end.

%% #{Pid => [Current function, Bytes]}
-spec doing([pid()], envelope:call()) -> #{pid() => [term()]}.
doing(Pids, Call) ->
    maps:from_list([{Pid, [Function, Memory]}
                    || {Pid, [{_, Function}, {_, Memory}]} <- sweep:read(Pids, [current_function, memory], Call)]).

%% Whether a name has some text in it, which is in lower case.
-spec holds(atom() | binary(), binary()) -> boolean().
holds(_Name, <<>>) -> true;
holds(Name, Wanted) when is_atom(Name) -> holds(atom_to_binary(Name, utf8), Wanted);
holds(Name, Wanted) -> string:find(string:lowercase(Name), Wanted) =/= nomatch.

%% ---------------------------------------------------------------------------

%% -1 if unknown.
age(Said) ->
    case backtraces:age_ms(maps:get(started, Said, maps:get(routed, Said, none))) of
        none -> -1;
        Ms -> Ms
    end.

server(#{server := <<"cowboy", _/binary>>}) -> cowboy;
server(#{server := _}) -> bandit;
server(_) -> none.

%% The same where the stack says it, else an empty text.
-spec place(backtraces:facts()) -> binary().
place(#{controller := Controller, action := Action}) -> <<(module(Controller))/binary, $., Action/binary, "/2">>;
place(#{worker := Worker}) -> <<Worker/binary, ".perform/1">>;
place(#{view := View}) -> View;
place(#{channel := Channel}) -> Channel;
place(#{endpoint := Endpoint}) -> module(Endpoint);
place(#{served := Served}) ->
    case binary:replace(Served, <<"'">>, <<>>, [global]) of
        <<"Elixir.", Name/binary>> -> binary:replace(Name, <<":">>, <<".">>);
        Name -> Name
    end;
place(_) -> <<>>.

module(<<"Elixir.", Name/binary>>) -> Name;
module(Name) -> Name.

is_view(view, Module) when is_atom(Module) -> behaves(Module, 'Elixir.Phoenix.LiveView');
is_view(channel, Module) when is_atom(Module) -> behaves(Module, 'Elixir.Phoenix.Channel');
is_view(_Kind, _Name) -> true.

behaves(Module, Behaviour) ->
    try erlang:get_module_info(Module, attributes) of
        Attributes -> lists:member(Behaviour, lists:append([Some || {behaviour, Some} <- Attributes]))
    catch
        error:badarg -> false
    end.

%% Registries of Phoenix.PubSub keep their adapter in a row of their own.
is_pubsub(Name) ->
    try ets:member(Name, pubsub) catch error:badarg -> false end.

%% {Topics, Subscribers, {Topics with that text, [{Subscribers, Topic}]}}, most first; `none` where
%% there are too many to count, or nothing answered in time.
-dialyzer({no_improper_lists, counted/4}).
-spec counted(atom(), pos_integer(), binary(), envelope:call()) ->
          {non_neg_integer() | none, non_neg_integer() | none, {non_neg_integer(), [{pos_integer(), binary()}]}}.
counted(Name, Limit, Text, Call) ->
    Count = fun() ->
                    case 'Elixir.Registry':count(Name) of
                        Number when Number =< ?MAX_SUBSCRIBERS ->
                            Rows = 'Elixir.Registry':select(Name, [{{'$1', '$2', '_'}, [], [{{'$1', '$2'}}]}]),
                            Groups = selection:keyed(Rows, [{{'$1', '$2'}, [], ['$1' | '$2']}]),
                            Counts = lists:zip(lists:map(fun erlang:length/1, maps:values(Groups)), maps:keys(Groups)),
                            Some = [Row || {_, Topic} = Row <- lists:reverse(lists:sort(Counts)), is_binary(Topic), holds(Topic, Text)],
                            {map_size(Groups), Number, {length(Some), [{N, cut:chars(Topic, 200)} || {N, Topic} <- lists:sublist(Some, Limit)]}};
                        Number -> {none, Number, {0, []}}
                    end
            end,
    case worker:one(Count, 2000, Call) of
        {ok, Counted} -> Counted;
        _ -> {none, none, {0, []}}
    end.

