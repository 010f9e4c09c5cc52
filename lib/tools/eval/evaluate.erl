%% Evaluates source that a user wrote, in Erlang or Elixir. It is parsed here, which creates the
%% atoms of the source for good and may load Elixir's parser; it runs in a process of its own,
%% with limits. What that may cost, and what becomes of it should the probe end in between:
%% see evaluation.
-module(evaluate).
-export([run/2]).
-optional([{'Elixir.Code', string_to_quoted, 2}, {'Elixir.Code', eval_quoted, 3}]).

-define(SPARE_ATOMS, 5000). % for modules that are loaded for the source
-define(MAX_PROBLEM, 500).  % characters

%% Answers as evaluation:run/3. A dry run comes without the source. Refuses with no_elixir;
%% few_atoms: Left; bad_source: {Line, Column, Problem}.
-spec run(map(), envelope:call()) -> {evaluation:answer(), map()}.
run(#{language := Language, bindings := Marked, limits := Limits, dry_run := DryRun} = Args, Call) ->
    Given = [{Name, marked:term(Value)} || {Name, Value} <- Marked],
    Language =:= erlang orelse has_elixir() orelse envelope:refuse(no_elixir, []),
    case DryRun of
        true ->
            {evaluation:rehearsed(), #{}};
        false ->
            #{source := Source} = Args,
            room(byte_size(Source)),
            Forms = parsed(Language, Source),
            Bindings = orddict:from_list([{variable(Name), Value} || {Name, Value} <- Given]),
            {evaluation:run(work(Language, Forms, Bindings), Limits, Call), #{}}
    end.

%% ---------------------------------------------------------------------------

has_elixir() ->
    erlang:module_loaded('Elixir.Code') orelse application:get_key(elixir, vsn) =/= undefined.

%% Room for as many atoms as source of that size can create, and some for modules that are
%% loaded for it.
-spec room(non_neg_integer()) -> true.
room(Bytes) ->
    Left = erlang:system_info(atom_limit) - erlang:system_info(atom_count),
    Left > Bytes + ?SPARE_ATOMS orelse envelope:refuse(few_atoms, Left).

%% A variable name as an atom, usually a new one.
-spec variable(iodata()) -> atom().
variable(Name) ->
    {ok, [{atom, _, Variable}], _} = erl_scan:string([$' | unicode:characters_to_list(Name)] ++ "'"),
    Variable.

%% Erlang's forms, or what Elixir quotes.
-spec parsed(erlang | elixir, binary()) -> term().
parsed(erlang, Source) ->
    case erl_scan:string(unicode:characters_to_list(Source), {1, 1}) of
        {ok, [], _} -> syntax({1, 1}, "there is no expression");
        {ok, Tokens, End} -> parsed_tokens(Tokens, lists:last(Tokens), End);
        {error, {Place, _, Problem}, _} -> syntax(Place, erl_scan:format_error(Problem))
    end;
parsed(elixir, Source) ->
    %% The code server may be hung: it is asked only if the module is not loaded.
    erlang:module_loaded('Elixir.Code') orelse code:ensure_loaded('Elixir.Code') =:= {module, 'Elixir.Code'}
        orelse envelope:refuse(no_elixir, []),
    case 'Elixir.Code':string_to_quoted(Source, []) of
        {ok, Quoted} ->
            [syntax(Line, "receive with after can end the node where it is interpreted, as it is here: "
                          "use Process.send_after/3 and receive alone, or Process.sleep/1")
             || Line <- timed(Quoted)],
            Quoted;
        {error, {Where, {Before, After}, Token}} -> syntax(place(Where), [Before, Token, After]);
        {error, {Where, <<"syntax error before: ">>, <<>>}} -> syntax(place(Where), too_early());
        {error, {Where, Problem, Token}} -> syntax(place(Where), [Problem, Token])
    end.

%% A full stop is added where there is none. What is missing before it is missing after the
%% last token.
parsed_tokens(Tokens, Last, Beyond) ->
    {All, Stop} = case Last of
                      {dot, At} -> {Tokens, At};
                      _ -> {Tokens ++ [{dot, Beyond}], Beyond}
                  end,
    case erl_parse:parse_exprs(All) of
        {ok, Exprs} -> Exprs;
        {error, {Stop, _, _}} -> syntax(element(2, Last), too_early());
        {error, {Place, _, Problem}} -> syntax(Place, erl_parse:format_error(Problem))
    end.

too_early() ->
    "syntax error: the source ends in the middle of an expression".

%% The lines in Elixir forms where a receive has a time limit (see receives).
-spec timed(term()) -> [integer()].
timed({'receive', Meta, [[_ | _] = Parts]}) ->
    [proplists:get_value(line, Meta, 1) || lists:keymember('after', 1, Parts)] ++ timed(Parts);
timed(Quoted) when is_tuple(Quoted) -> timed(tuple_to_list(Quoted));
timed([Part | Parts]) -> timed(Part) ++ timed(Parts);
timed(_Leaf) -> [].

place([_ | _] = Where) -> {proplists:get_value(line, Where, 1), proplists:get_value(column, Where, 1)};
place(Line) -> Line.

-spec syntax(erl_anno:location() | erl_anno:anno(), unicode:chardata()) -> no_return().
syntax({Line, Column}, Problem) ->
    envelope:refuse(bad_source, {Line, Column, cut:chars(lists:flatten(io_lib:format("~ts", [Problem])), ?MAX_PROBLEM)});
syntax(Line, Problem) when is_integer(Line) ->
    syntax({Line, 1}, Problem);
syntax(Location, Problem) ->
    syntax({erl_anno:line(Location), 1}, Problem).

-spec work(erlang | elixir, term(), orddict:orddict()) -> fun(() -> term()).
work(erlang, Exprs, Bindings) ->
    Safe = receives:safe(Exprs, fun(N) -> variable(["Limit@", integer_to_list(N)]) end),
    fun() ->
            {value, Value, _} = erl_eval:exprs(Safe, Bindings),
            Value
    end;
work(elixir, Quoted, Bindings) ->
    fun() ->
            {Value, _} = 'Elixir.Code':eval_quoted(Quoted, Bindings, [{file, <<"evaluate">>}]),
            Value
    end.
