%% Runs every probe, and is the one place that keeps it from harming the node.
%%
%% The coordinator (main/3) is the process that the distribution link spawned
%% for us, linked to the asker. It alone traps exits and does nothing but wait,
%% so it always hears the end of the link. The body, where the probe runs, and
%% every worker are linked to it: when it goes, for whatever reason, they go.
%% A separate process undoes what a probe changes on the node (see guard).
-module(envelope).
-export([main/3, attempt/2, crashed/1, protect/2, report/3, refuse/2, heap_guard/0, heap_guard/1, now_ms/0]).
-seldom([crashed/1, protect/2]).
-export_type([call/0, cost/0, outcome/0]).

%% The call that a probe serves. `until`: when it should end (see now_ms/0). `own_atoms`: indexes
%% of the atoms made for us, {First, Next}. `min_heap_words`: first heap of workers with large
%% results (see worker). `ours`: our own processes, which probes skip. `quiet`: no partial
%% answers are reported; set by a probe that uses another.
-type call() :: #{own_atoms := {non_neg_integer(), non_neg_integer()}, coordinator := pid(), reference := reference(),
                  until := integer(), heap_words := pos_integer(),
                  min_heap_words => pos_integer(), ours => [pid()], quiet => boolean()}.

%% Enough for guards and other helpers, which hold little: 128 MB on 64 bits.
-define(DEFAULT_HEAP_WORDS, 16#1000000).
%% The first heap of the body, in words: 370 kB on 64 bits.
-define(BODY_WORDS, 40000).
%% Characters kept of a crash reason: enough to locate it, with little of the process's data.
-define(REASON_CHARS, 600).
%% Places of these functions in the body's table; see gen_probes and library.ts.
-define(CRASHED, 2).
-define(PROTECT, 3).
-define(START_GUARD, 4).
-define(RELEASE_GUARD, 5).

%% `partial`: the deadline came before all was looked at. `no_answer`: processes that did not
%% answer.
-type cost() :: #{processes_scanned => non_neg_integer(), word_bytes => 4 | 8,
                  partial => boolean(), no_answer => [pid()],
                  ms_on_target => non_neg_integer()}.

-type outcome() :: {ok, term()} | {refused, atom(), term()} | {failed, atom(), binary()}.

%% Runs a probe in a body of its own and waits for it. The outcome is `refused` if the probe called
%% refuse/2, `failed` if it crashed or was stopped. Work(Call) is attempt/2 in the body, with the
%% body's table of functions; Run(N, Arguments) calls the Nth function of that table.
-spec main(fun((call()) -> {outcome(), cost()}), fun((pos_integer(), [term()]) -> term()),
           #{soft_ms := non_neg_integer(), hard_ms := non_neg_integer(), heap_words := pos_integer(),
             progress := boolean(), own_atoms := {non_neg_integer(), non_neg_integer()}}) ->
          {outcome(), cost()}.
main(Work, Run, #{soft_ms := Soft, hard_ms := Hard, heap_words := Words,
             progress := Progress, own_atoms := OwnAtoms}) ->
    process_flag(trap_exit, true),
    Start = now_ms(),
    Asker = asker(),
    %% Log events of a process whose group leader is on another node are sent
    %% to that node: ours must be a local one.
    group_leader(local_leader(), self()),
    ours:sign(Asker),
    Reference = make_ref(),
    Call = #{own_atoms => OwnAtoms, coordinator => self(), reference => Reference,
             until => Start + Soft, heap_words => Words},
    %% With room for its functions, which are many: a small heap would be collected as it grows.
    Body = spawn_opt(fun() -> exit({Reference, Work(Call)}) end,
                     [link, {priority, low}, {min_heap_size, erlang:min(?BODY_WORDS, Words div 2)}, heap_guard(Words)]),
    {Outcome, Cost} =
        wait(#{run => Run, asker => Asker, body => Body, reference => Reference, until => Start + Hard,
               latest => {{failed, target_timeout, <<>>}, #{}},
               report_to => case Progress of true -> Asker; false -> none end,
               guard => none, undos => []}),
    {Outcome, Cost#{ms_on_target => now_ms() - Start, word_bytes => erlang:system_info(wordsize)}}.

%% Runs the probe in the body, and catches what it raises.
-spec attempt(term(), call()) -> {outcome(), cost()}.
attempt(Args, Call) ->
    try probe:run(Args, Call) of
        {Answer, Cost} -> {{ok, Answer}, Cost}
    catch
        throw:{refused, Code, Detail} -> {{refused, Code, Detail}, #{}};
        Class:Reason -> crashed({Class, Reason})
    end.

%% The outcome of a probe that ended with this reason.
-spec crashed(term()) -> {outcome(), cost()}.
crashed(Reason) ->
    {{failed, probe_crashed, cut:text(Reason, ?REASON_CHARS)}, #{}}.

%% Reports what is known so far, in the shape of a whole answer. If the probe does not end in
%% time, the last report is the answer, marked partial.
-spec report(term(), cost(), call()) -> ok.
report(_Answer, _Cost, #{quiet := true}) ->
    ok;
report(Answer, Cost, #{coordinator := Coordinator, reference := Reference}) ->
    Coordinator ! {Reference, report,
                   {{ok, Answer}, Cost#{partial => true, word_bytes => erlang:system_info(wordsize)}}},
    ok.

%% Ends the probe with a refusal, which the client sees as an error with advice.
-spec refuse(atom(), term()) -> no_return().
refuse(Code, Detail) ->
    throw({refused, Code, Detail}).

%% Every process of ours has a heap limit of its own: the node's default could kill it early.
-spec heap_guard() -> {max_heap_size, map()}.
heap_guard() ->
    heap_guard(?DEFAULT_HEAP_WORDS).

%% OTP 27 and later count shared binaries too; earlier releases ignore that key, but their types
%% do not have it, so the map is built where dialyzer does not see its keys.
-spec heap_guard(pos_integer()) -> {max_heap_size, map()}.
heap_guard(Words) ->
    {max_heap_size, maps:from_list([{size, Words}, {kill, true}, {error_logger, false},
                                    {include_shared_binaries, true}])}.

%% The clock that all time limits of a call use.
-spec now_ms() -> Milliseconds :: integer().
now_ms() ->
    erlang:monotonic_time(millisecond).

%% ---------------------------------------------------------------------------

%% The process that asked: the only one that is linked to us so far.
-spec asker() -> pid() | none.
asker() ->
    {links, Links} = process_info(self(), links),
    case [Pid || Pid <- Links, is_pid(Pid)] of
        [Pid | _] -> Pid;
        [] -> none
    end.

-spec local_leader() -> pid().
local_leader() ->
    case whereis(user) of
        undefined -> whereis(init);
        User -> User
    end.

%% One receive for all messages: each clause of one with a time limit would stop its timer.
wait(#{asker := Asker, body := Body, reference := Reference, until := Until, guard := Guard, run := Run} = State) ->
    Late = make_ref(),
    case receive Message -> Message after erlang:max(0, Until - now_ms()) -> Late end of
        {'EXIT', Body, {Reference, Outcome}} ->
            finish(Outcome, State);
        {'EXIT', Body, killed} ->
            finish({{failed, probe_killed, <<>>}, #{}}, State);
        {'EXIT', Body, Reason} ->
            finish(Run(?CRASHED, [Reason]), State);
        {'EXIT', Asker, Reason} ->
            exit(Reason);
        {Reference, report, Outcome} ->
            tell(Outcome, State),
            wait(State#{latest := Outcome});
        {Reference, protect, Undo} ->
            wait(Run(?PROTECT, [Undo, State]));
        early ->
            Body ! {Reference, early},
            wait(State);
        {'DOWN', Monitor, process, Pid, _} when Guard =:= {Pid, Monitor} ->
            wait(State#{guard := Run(?START_GUARD, [Body, maps:get(undos, State)])});
        Late ->
            exit(Body, kill),
            finish(maps:get(latest, State), State);
        _Other ->
            wait(State)
    end.

%% All changes are undone before the answer is sent.
finish(Outcome, #{guard := none}) ->
    Outcome;
finish(Outcome, #{guard := Guard, body := Body, undos := Undos, run := Run}) ->
    Run(?RELEASE_GUARD, [Guard, Body, Undos]),
    Outcome.

%% Never blocks, never opens a connection.
-spec tell({outcome(), cost()}, #{report_to := pid() | none, _ => _}) -> term().
tell(_Outcome, #{report_to := none}) ->
    ok;
tell({{ok, Answer}, Cost}, #{report_to := Asker}) ->
    erlang:send(Asker, {partial, Answer, Cost}, [noconnect, nosuspend]).

%% Registers one more change with the guard, which starts with the first.
-spec protect(fun(() -> term()), map()) -> map().
protect(Undo, #{guard := none, body := Body} = State) ->
    protect(Undo, State#{guard := guard:start(Body, [])});
protect(Undo, #{guard := Guard, undos := Undos, reference := Reference} = State) ->
    guard:add(Guard, Undo, Reference),
    State#{undos := [Undo | Undos]}.
