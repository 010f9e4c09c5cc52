%% Which terms may be copied safely: a match specification checks, before the copy, that their size
%% is bounded.
%%
%% Pure. What it makes runs in the process that is traced, for each of its messages; or in a
%% worker, for each row of a table.
-module(small_terms).
-export([guard/1]).

%% Elements of a tuple on each level: guards are written out for each, so few.
-define(WIDTHS, [5, 3, 2]).
%% Below these a number is one word, and a binary goes in one piece.
-define(SMALL, 1 bsl 59).
-define(BINARY_BYTES, 65536).

%% True of numbers, atoms, binaries, and what holds few of them, three deep.
-spec guard(term()) -> term().
guard(Variable) ->
    guard(Variable, ?WIDTHS).

%% ---------------------------------------------------------------------------

-spec guard(term(), [pos_integer()]) -> tuple().
guard(Term, Widths) ->
    list_to_tuple(['orelse', {is_atom, Term}, {is_pid, Term}, {is_reference, Term}, {'=:=', Term, []},
                   {'andalso', {is_integer, Term}, {'<', {abs, Term}, ?SMALL}},
                   {'andalso', {is_binary, Term}, {'<', {size, Term}, ?BINARY_BYTES}},
                   {is_float, Term}, {is_port, Term}
                   | inner(Term, Widths)]).

-spec inner(term(), [pos_integer()]) -> [tuple()].
inner(_Term, []) ->
    [];
inner(Term, [Width | Widths]) ->
    [list_to_tuple(['andalso', {is_tuple, Term}, {'=<', {size, Term}, Width}
                    | [{'orelse', {'<', {size, Term}, N}, guard({element, N, Term}, Widths)}
                       || N <- lists:seq(1, Width)]]),
     {'andalso', {is_list, Term}, guard({hd, Term}, Widths), guard({tl, Term}, Widths)}].
