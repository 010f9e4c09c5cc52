%% The applications that are loaded, and what each takes of the node.
%%
%% Workers sum up all processes, 2 us each; the body asks the application controller through one, since
%% it may hang. Nothing is changed.
-module(list_applications).
-export([run/2]).

%% Answers #{loaded, running, starting, others, applications}: the last as
%% {Columns, Rows}, `others` what belongs to none, {Processes, Bytes}.
-spec run(#{sort := atom(), limit := pos_integer(), text := binary()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sort := Sort, limit := Limit, text := Text}, Call) ->
    Controller = applications:controller(Call),
    Masters = applications:masters(),
    Answer = fun(Use) -> answer(Use, Masters, Controller, Sort, Limit, Text) end,
    {Use, Cost} = application_use:all(fun(Known, Cost) ->
                                              envelope:report(Answer(Known), Cost, Call)
                                      end, Call),
    {Answer(Use), Cost}.

%% ---------------------------------------------------------------------------

-spec answer(map(), [{atom(), pid()}], term(), atom(), pos_integer(), binary()) -> map().
answer(Use, Masters, Controller, Sort, Limit, Text) ->
    Owned = maps:from_list([{Application, maps:get(Master, Use, {0, 0})}
                            || {Application, Master} <- Masters]),
    Others = maps:values(maps:without([Master || {_, Master} <- Masters], Use)),
    Loaded = applications:loaded(),
    Rows = [{Application, applications:status(Application, Controller),
             maps:get(Application, Owned, {0, 0})}
            || Application <- Loaded, holds(Application, Text)],
    Sorted = lists:sublist(lists:sort([{key(Sort, Row), Row} || Row <- Rows]), Limit),
    #{loaded => length(Loaded),
      matched => length(Rows),
      controller_answers => is_map_key(running, Controller),
      running => length([1 || {_, {running, _}, _} <- Rows]),
      starting => [Application || {Application, {starting, _}, _} <- Rows],
      others => {lists:sum([N || {N, _} <- Others]), lists:sum([Bytes || {_, Bytes} <- Others])},
      applications => {[application, status, permanence, version, processes, memory_bytes],
                       [row(Row) || {_, Row} <- Sorted]}}.

holds(_Application, <<>>) -> true;
holds(Application, Text) ->
    string:find(string:lowercase(atom_to_list(Application)), Text) =/= nomatch.

key(name, _Row) -> 0;
key(memory, {_, _, {_, Bytes}}) -> -Bytes;
key(size, {_, _, {N, _}}) -> -N.

row({Application, {Status, Permanence}, {N, Bytes}}) ->
    [Application, Status, Permanence, version(Application), N, Bytes].

version(Application) ->
    case application:get_key(Application, vsn) of
        {ok, Version} -> cut:chars(Version, 40);
        _ -> <<>>
    end.
