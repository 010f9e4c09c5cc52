%% Reads values whose form OTP does not check: malformed parts are skipped or reported, and the
%% rest is still read.
-module(lenient).
-export([atoms/1, is_atoms/1]).

%% Maximum elements to check of what should be a list.
-define(MAX_ELEMENTS, 1000).

%% The atoms of what should be a list of atoms.
-spec atoms(term()) -> [atom()].
atoms(Term) ->
    try length(Term) of
        _ -> lists:filter(fun erlang:is_atom/1, Term)
    catch
        error:badarg -> before_tail(Term, ?MAX_ELEMENTS)
    end.

%% Whether it is one.
-spec is_atoms(term()) -> boolean().
is_atoms(Term) ->
    try lists:all(fun erlang:is_atom/1, Term) catch error:_ -> false end.

%% ---------------------------------------------------------------------------

before_tail([Head | Tail], Left) when is_atom(Head), Left > 0 -> [Head | before_tail(Tail, Left - 1)];
before_tail([_ | Tail], Left) when Left > 0 -> before_tail(Tail, Left - 1);
before_tail(_Tail, _Left) -> [].
