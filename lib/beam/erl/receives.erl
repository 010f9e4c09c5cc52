%% Waiting with a time limit, in code that is interpreted.
%%
%% A `receive … after Ms` that erl_eval runs can end the emulator (seen on OTP 23 to
%% 29): while a message is looked at, by a fun, the timer runs on, and where it
%% fires then the process goes on in the wrong place of its stack. So nothing that
%% is sent to a node has one: scripts/gen_probes takes it out of all probes, by
%% safe/2, and the source that somebody wants evaluated goes through it, too.
-module(receives).
-export([safe/2]).

%% Abstract forms with a timer that sends a message in place of each time limit,
%% other than 0; Name(N) is the variable for the Nth of them.
-spec safe(Forms, fun((pos_integer()) -> term())) -> Forms.
safe(Forms, Name) ->
    {Safe, _Used} = walk(Forms, 0, Name),
    Safe.

%% ---------------------------------------------------------------------------

walk({'receive', _, _, {Literal, _, Limit}, _} = Form, Used, Name)
  when Literal =:= integer, Limit =:= 0; Literal =:= atom, Limit =:= infinity ->
    parts(Form, Used, Name);
walk({'receive', A, [], Limit, Late}, Used, Name) ->
    walk({block, A, [remote(A, timer, sleep, [Limit]) | Late]}, Used, Name);
walk({'receive', A, Clauses, Limit, Late}, Before, Name) ->
    {[SafeClauses, SafeLimit, SafeLate], Used} = walk([Clauses, Limit, Late], Before + 1, Name),
    Timer = {var, A, Name(Before + 1)},
    Message = {tuple, A, [{atom, A, timeout}, Timer, {atom, A, 'after'}]},
    {{block, A, [{match, A, Timer, start(A, SafeLimit)},
                 {'receive', A,
                  [{clause, A, [Message], [], SafeLate}
                   | [{clause, B, Patterns, Guards, [stop(A, Timer, Message) | Body]}
                      || {clause, B, Patterns, Guards, Body} <- SafeClauses]]}]},
     Used};
walk(Form, Used, Name) ->
    parts(Form, Used, Name).

parts(Form, Used, Name) when is_tuple(Form) ->
    {Parts, Used1} = parts(tuple_to_list(Form), Used, Name),
    {list_to_tuple(Parts), Used1};
parts([Part | Parts], Used, Name) ->
    {Safe, Used1} = walk(Part, Used, Name),
    {Rest, Used2} = parts(Parts, Used1, Name),
    {[Safe | Rest], Used2};
parts(Form, Used, _Name) ->
    {Form, Used}.

%% Atoms compare greater than numbers, so `infinity` is the longest limit.
start(A, Limit) ->
    Ms = remote(A, erlang, min, [Limit, {integer, A, 16#ffffffff}]),
    remote(A, erlang, start_timer, [Ms, remote(A, erlang, self, []), {atom, A, 'after'}]).

%% No message of a timer is left behind.
stop(A, Timer, Message) ->
    Ok = {atom, A, ok},
    {'case', A, remote(A, erlang, cancel_timer, [Timer]),
     [{clause, A, [{atom, A, false}], [],
       [{'receive', A, [{clause, A, [Message], [], [Ok]}], {integer, A, 0}, [Ok]}]},
      {clause, A, [{var, A, '_'}], [], [Ok]}]}.

remote(A, Module, Function, Arguments) ->
    {call, A, {remote, A, {atom, A, Module}, {atom, A, Function}}, Arguments}.
