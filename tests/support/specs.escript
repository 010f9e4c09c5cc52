#!/usr/bin/env escript
%% Prints what modules export without a -spec, a line each: FILE:LINE: WHAT.

-spec main([file:filename()]) -> term().
main(Files) ->
    [io:format("~ts:~p: ~ts~n", [File, Line, Module:format_error(What)])
     || File <- Files, {_, Found} <- warnings(File), {Line, Module, What} <- Found].

-spec warnings(file:filename()) -> [{file:filename(), [{erl_anno:line(), module(), term()}]}].
warnings(File) ->
    {ok, Forms} = epp:parse_file(File, [{location, 1}]),
    {ok, Warnings} = erl_lint:module(Forms, File, [warn_missing_spec]),
    Warnings.
