%% Evaluates source that a user wrote, in Erlang or Elixir.
-module(evaluate).
-export([run/2]).
-optional([{'Elixir.Code', string_to_quoted, 2}, {'Elixir.Code', eval_quoted, 3}]).

%% Answers #{done, outcome, output, omitted}; see evaluation:run/3. The atoms and variables
%% of the source become atoms of the node.
run(#{language := Language, source := Source, bindings := Marked, pure := Pure, limits := Limits,
      dry_run := DryRun}, Call) ->
    Values = [{Name, marked:term(Value)} || {Name, Value} <- Marked],
    Forms = parsed(Language, Source),
    Pure andalso pure:check(Forms),
    case DryRun of
        true ->
            {#{done => false, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            Bindings = orddict:from_list([{variable(Name), Value} || {Name, Value} <- Values]),
            {Outcome, {Output, Omitted}} =
                evaluation:run(work(Language, Forms, Bindings), Limits, Call),
            {#{done => true, outcome => Outcome, output => Output, omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% The name, of letters and digits, as an atom: new to the node, mostly.
variable(Name) ->
    {ok, [{atom, _, Variable}], _} = erl_scan:string([$' | unicode:characters_to_list(Name)] ++ "'"),
    Variable.

parsed(erlang, Source) ->
    case erl_scan:string(unicode:characters_to_list([ended(Source), "\n."]), {1, 1}) of
        {ok, Tokens, _} ->
            case erl_parse:parse_exprs(Tokens) of
                {ok, Exprs} -> Exprs;
                {error, {Place, _, Problem}} -> syntax(Place, erl_parse:format_error(Problem))
            end;
        {error, {Place, _, Problem}, _} ->
            syntax(Place, erl_scan:format_error(Problem))
    end;
parsed(elixir, Source) ->
    case code:ensure_loaded('Elixir.Code') of
        {module, _} -> ok;
        {error, _} -> envelope:refuse(no_elixir, [])
    end,
    case 'Elixir.Code':string_to_quoted(Source, []) of
        {ok, Quoted} -> Quoted;
        {error, {Where, {Before, After}, Token}} -> syntax(place(Where), [Before, Token, After]);
        {error, {Where, Problem, Token}} -> syntax(place(Where), [Problem, Token])
    end.

%% Without the full stop that people write, or with it, there is one in the end.
ended(Source) ->
    re:replace(Source, "\\.\\s*$", "", [{return, binary}, unicode]).

place([_ | _] = Where) -> {proplists:get_value(line, Where, 1), proplists:get_value(column, Where, 1)};
place(Line) -> Line.

syntax({Line, Column}, Problem) ->
    envelope:refuse(bad_source, {Line, Column, cut:chars(lists:flatten(io_lib:format("~ts", [Problem])), 500)});
syntax(Line, Problem) when is_integer(Line) ->
    syntax({Line, 1}, Problem);
syntax(Location, Problem) ->
    syntax({erl_anno:line(Location), 1}, Problem).

work(erlang, Exprs, Bindings) ->
    fun() ->
            {value, Value, _} = erl_eval:exprs(Exprs, Bindings),
            Value
    end;
work(elixir, Quoted, Bindings) ->
    fun() ->
            {Value, _} = 'Elixir.Code':eval_quoted(Quoted, Bindings, [{file, <<"evaluate">>}]),
            Value
    end.
