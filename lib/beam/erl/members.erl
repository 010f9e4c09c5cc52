%% Which nodes a node is connected to.
-module(members).
-export([run/2]).

%% Answers #{visible, hidden}.
run(_Args, _Call) ->
    {#{visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden))}, #{}}.
