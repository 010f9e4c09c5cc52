%% Loaded anew all the time.
-module(t_reload).
-export([f/1]).

f(N) -> g(N) + 1.
g(N) -> N * 2.
