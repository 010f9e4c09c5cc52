%% Evaluates source that a user wrote, in Erlang or Elixir.
-module(evaluate).
-export([run/2]).
-optional([{'Elixir.Code', string_to_quoted, 2}, {'Elixir.Code', eval_quoted, 3}]).

%% Answers #{done, outcome, output, omitted}; see evaluation:run/3. The atoms and variables
%% of the source become atoms of the node: a dry run comes without the source.
run(#{language := Language, bindings := Marked, limits := Limits, dry_run := DryRun} = Args, Call) ->
    Given = [{Name, marked:term(Value)} || {Name, Value} <- Marked],
    Language =:= erlang orelse has_elixir() orelse envelope:refuse(no_elixir, []),
    case DryRun of
        true ->
            {#{done => false, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            #{source := Source} = Args,
            room(byte_size(Source)),
            Forms = parsed(Language, Source),
            Bindings = orddict:from_list([{variable(Name), Value} || {Name, Value} <- Given]),
            {Outcome, {Output, Omitted}} =
                evaluation:run(work(Language, Forms, Bindings), Limits, Call),
            {#{done => true, outcome => Outcome, output => Output, omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

has_elixir() ->
    erlang:module_loaded('Elixir.Code') orelse application:get_key(elixir, vsn) =/= undefined.

%% As many atoms as a source of that size can make, and modules that are loaded for it.
room(Bytes) ->
    Left = erlang:system_info(atom_limit) - erlang:system_info(atom_count),
    Left > Bytes + 5000 orelse envelope:refuse(few_atoms, Left).

%% The name, of letters and digits, as an atom: new to the node, mostly.
variable(Name) ->
    {ok, [{atom, _, Variable}], _} = erl_scan:string([$' | unicode:characters_to_list(Name)] ++ "'"),
    Variable.

parsed(erlang, Source) ->
    case erl_scan:string(unicode:characters_to_list(Source), {1, 1}) of
        {ok, [], _} -> syntax({1, 1}, "there is no expression");
        {ok, Tokens, End} -> parsed_tokens(Tokens, lists:last(Tokens), End);
        {error, {Place, _, Problem}, _} -> syntax(Place, erl_scan:format_error(Problem))
    end;
parsed(elixir, Source) ->
    %% The code server, which may be hung, is asked only where that is not known.
    erlang:module_loaded('Elixir.Code') orelse element(1, code:ensure_loaded('Elixir.Code')) =:= module
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

%% People end with a full stop or do not: there is one in the end. What is missing before it
%% is missing after the last token.
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
timed({'receive', Meta, [[_ | _] = Parts]}) ->
    [proplists:get_value(line, Meta, 1) || lists:keymember('after', 1, Parts)] ++ timed(Parts);
timed(Quoted) when is_tuple(Quoted) -> timed(tuple_to_list(Quoted));
timed([Part | Parts]) -> timed(Part) ++ timed(Parts);
timed(_Leaf) -> [].

place([_ | _] = Where) -> {proplists:get_value(line, Where, 1), proplists:get_value(column, Where, 1)};
place(Line) -> Line.

syntax({Line, Column}, Problem) ->
    envelope:refuse(bad_source, {Line, Column, cut:chars(lists:flatten(io_lib:format("~ts", [Problem])), 500)});
syntax(Line, Problem) when is_integer(Line) ->
    syntax({Line, 1}, Problem);
syntax(Location, Problem) ->
    syntax({erl_anno:line(Location), 1}, Problem).

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
