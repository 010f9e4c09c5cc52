%% Loaded anew all the time.
-module(t_reload).
-export([f/1]).

-spec f(integer()) -> integer().
f(N) -> g(N) + 1.
-spec g(integer()) -> integer().
g(N) -> N * 2.
