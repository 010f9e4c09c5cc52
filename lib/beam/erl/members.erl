%% Which nodes a node is connected to.
%%
%% Runs in the body: two calls that ask nobody.
-module(members).
-export([run/2]).

%% Answers #{visible, hidden}.
-spec run(term(), envelope:call()) -> {#{visible := [node()], hidden := [node()]}, envelope:cost()}.
run(_Args, _Call) ->
    {#{visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden))}, #{}}.
