%% Ends what listens or waits before its time: whoever asked wants what has come until now.
%%
%% The asker sends the coordinator a message, and the body gets it from there. Once it has come, every
%% pause of the probe ends at once.
-module(early).
-export([pause/2]).

%% Waits; `early` if the answer is wanted before that.
-spec pause(integer(), envelope:call()) -> ok | early.
pause(Ms, #{reference := Reference}) ->
    receive
        {Reference, early} ->
            self() ! {Reference, early},
            early
    after erlang:max(0, Ms) ->
        ok
    end.
