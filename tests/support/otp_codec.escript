#!/usr/bin/env escript
%%! -noinput
%% OTP's own codec behind a pipe: packets of four length bytes and a term, one
%% answer for each request. Ends with its input.
-mode(compile).

main(_) ->
    Port = open_port({fd, 0, 1}, [binary, {packet, 4}, eof]),
    loop(Port).

loop(Port) ->
    receive
        {Port, {data, Request}} ->
            Answer = answer(binary_to_term(Request)),
            port_command(Port, term_to_binary(Answer, [{minor_version, 2}])),
            loop(Port);
        {Port, eof} ->
            halt(0)
    end.

%% For each encoding: how OTP encodes that term, or badarg.
answer({recode, Bins}) ->
    [try term_to_binary(binary_to_term(B), [{minor_version, 2}])
     catch error:badarg -> badarg end || B <- Bins];
%% For each text and encoding: whether they are the same term.
answer({means, Pairs}) ->
    [parse(Text) =:= binary_to_term(Bin) || {Text, Bin} <- Pairs];
%% Each term in order, with whether it is equal (==) to the one before.
answer({sort, List}) ->
    [_ | Rest] = Sorted = lists:sort(List),
    lists:zip(Sorted, [false | lists:zipwith(fun(A, B) -> A == B end, lists:droplast(Sorted), Rest)]);
%% Random terms and how OTP encodes each.
answer({random, Count, Seed}) ->
    rand:seed(exsss, Seed),
    [term_to_binary(term(4), [{minor_version, 2}]) || _ <- lists:seq(1, Count)].

parse(Text) ->
    {ok, Tokens, _} = erl_scan:string(unicode:characters_to_list([Text, ". "])),
    {ok, Term} = erl_parse:parse_term(Tokens),
    Term.

term(0) -> leaf(rand:uniform(12));
term(Depth) ->
    N = rand:uniform(5) - 1,
    case rand:uniform(10) of
        1 -> [term(Depth - 1) || _ <- lists:seq(1, N)];
        2 -> list_to_tuple([term(Depth - 1) || _ <- lists:seq(1, N)]);
        3 -> maps:from_list([{term(Depth - 1), term(Depth - 1)} || _ <- lists:seq(1, N)]);
        4 -> [term(Depth - 1) | leaf(3)];
        5 -> X = term(Depth - 1), fun(Y) -> {X, Y} end;
        6 -> maps:from_list([{K, K} || K <- lists:seq(1, 20 * N)]);
        _ -> leaf(rand:uniform(12))
    end.

leaf(1) -> rand:uniform(300) - 20;
leaf(2) -> (rand:uniform(1 bsl 40) - (1 bsl 39)) * (1 bsl rand:uniform(100));
leaf(3) -> rand:uniform();
leaf(4) -> math:exp(rand:normal() * 100);
leaf(5) -> lists:nth(rand:uniform(5), [ok, error, 'Elixir.Foo', 'hello world', '']);
leaf(6) -> list_to_atom([rand:uniform(2000) + 31 || _ <- lists:seq(1, rand:uniform(8))]);
leaf(7) -> rand:bytes(rand:uniform(40));
leaf(8) -> Size = rand:uniform(30), <<(rand:uniform(1 bsl Size) - 1):Size>>;
leaf(9) -> [rand:uniform(256) - 1 || _ <- lists:seq(1, rand:uniform(20))];
leaf(10) -> self();
leaf(11) -> make_ref();
leaf(12) -> lists:nth(rand:uniform(2), [fun lists:map/2, hd(erlang:ports())]).
