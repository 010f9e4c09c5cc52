%% Which terms may be copied safely: a match specification checks, before the copy, that their size
%% is bounded.
%%
%% Pure. What it makes runs in the process that is traced, for each of its messages; or in a
%% worker, for each row of a table.
-module(small_terms).
-export([guard/1]).

%% True of numbers, atoms, binaries, and what holds few of them, three deep.
-spec guard(term()) -> term().
guard(Variable) ->
    guard(Variable, [5, 3, 2]).

%% ---------------------------------------------------------------------------

guard(Term, Widths) ->
    list_to_tuple(['orelse', {is_atom, Term}, {is_pid, Term}, {is_reference, Term}, {'=:=', Term, []},
                   {'andalso', {is_integer, Term}, {'<', {abs, Term}, 1 bsl 59}},
                   {'andalso', {is_binary, Term}, {'<', {size, Term}, 65536}},
                   {is_float, Term}, {is_port, Term}
                   | inner(Term, Widths)]).

inner(_Term, []) ->
    [];
inner(Term, [Width | Widths]) ->
    [list_to_tuple(['andalso', {is_tuple, Term}, {'=<', {size, Term}, Width}
                    | [{'orelse', {'<', {size, Term}, N}, guard({element, N, Term}, Widths)}
                       || N <- lists:seq(1, Width)]]),
     {'andalso', {is_list, Term}, guard({hd, Term}, Widths), guard({tl, Term}, Widths)}].
