%% The first step on the node: makes functions of a probe's forms, and calls the
%% first of them, envelope:main/2. Sent as it is, the forms as a binary.
-module(boot).
-export([start/2]).

%% Every atom in the two binaries is one of ours, never a user's.
start(Forms, Request) ->
    {value, Functions, _} = erl_eval:expr(binary_to_term(Forms), [], none),
    {Args, Options} = binary_to_term(Request),
    (element(1, Functions))(Functions, Args, Options).
