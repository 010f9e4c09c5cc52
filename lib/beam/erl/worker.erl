%% Work that may hang or grow, done in processes that can be given up.
%%
%% The body starts them, at low priority and with a heap limit, and waits. One that is late is
%% killed: it ends as soon as it leaves native code. Each is linked to the coordinator, so it
%% ends with the call also where the body has no time to kill it.
%%
%% A worker gets a copy of all that its fun names. A fun that calls functions of
%% its own module names the whole probe: where there are many workers, let their
%% funs call functions of OTP only.
-module(worker).
-export([all/3, hurried/4, one/3]).

%% The emulator's own default for a heap, in words.
-define(MIN_HEAP_WORDS, 233).

%% Runs the funs side by side and returns their results in the same order; `no_answer` for one that
%% did not finish in time or exceeded its heap limit.
-spec all([fun(() -> Value)], non_neg_integer(), envelope:call()) ->
          [{ok, Value} | {raised, term()} | no_answer].
all(Funs, TimeoutMs, Call) ->
    Until = envelope:now_ms() + TimeoutMs,
    Workers = [start(Fun, Call) || Fun <- Funs],
    [result(Worker, Until) || Worker <- Workers].

%% The same, but whoever asked may want what has come until now: then the workers are sent `early`, and
%% have so long left.
-spec hurried([fun(() -> Value)], non_neg_integer(), non_neg_integer(), envelope:call()) ->
          [{ok, Value} | {raised, term()} | no_answer].
hurried(Funs, TimeoutMs, GraceMs, #{reference := Reference} = Call) ->
    Until = envelope:now_ms() + TimeoutMs,
    results([start(Fun, Call) || Fun <- Funs], Until, {Reference, GraceMs}).

-spec one(fun(() -> Value), non_neg_integer(), envelope:call()) ->
          {ok, Value} | {raised, term()} | no_answer.
one(Fun, TimeoutMs, Call) ->
    Until = envelope:now_ms() + TimeoutMs,
    result(start(Fun, Call), Until).

%% ---------------------------------------------------------------------------

%% With `min_heap_words` in the call it begins with a heap of that size, where
%% the result is known to be large. Linked to the coordinator, so that it cannot be left behind; unlinked before
%% the result leaves, so that the result goes to the body alone.
-spec start(fun(() -> term()), envelope:call()) -> {pid(), reference()}.
start(Fun, #{coordinator := Coordinator, heap_words := Words} = Call) ->
    spawn_opt(fun() ->
                      Result = try
                                   link(Coordinator),
                                   {ok, Fun()}
                               catch
                                   _:Reason -> {raised, Reason}
                               end,
                      unlink(Coordinator),
                      exit({done, Result})
              end,
              [monitor, {priority, low}, envelope:heap_guard(Words),
               {min_heap_size, maps:get(min_heap_words, Call, ?MIN_HEAP_WORDS)}]).

-spec results([{pid(), reference()}], integer(), {reference() | none, non_neg_integer()}) ->
          [{ok, term()} | {raised, term()} | no_answer].
results([], _, _) ->
    [];
results([{Pid, Monitor} | Others] = Workers, Until, {Reference, GraceMs} = Hurry) ->
    receive
        {'DOWN', Monitor, process, Pid, Ended} ->
            [case Ended of {done, Result} -> Result; _ -> no_answer end | results(Others, Until, Hurry)];
        {Reference, early} ->
            [Each ! early || {Each, _} <- Workers],
            results(Workers, erlang:min(Until, envelope:now_ms() + GraceMs), {none, 0})
    after erlang:max(0, Until - envelope:now_ms()) ->
        [result({Pid, Monitor}, Until) | results(Others, Until, Hurry)]
    end.

-spec result({pid(), reference()}, integer()) -> {ok, term()} | {raised, term()} | no_answer.
result({Pid, Monitor}, Until) ->
    receive
        {'DOWN', Monitor, process, Pid, Ended} ->
            case Ended of {done, Result} -> Result; _ -> no_answer end
    after erlang:max(0, Until - envelope:now_ms()) ->
        exit(Pid, kill),
        demonitor(Monitor, [flush]),
        no_answer
    end.
