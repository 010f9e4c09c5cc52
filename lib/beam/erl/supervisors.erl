%% Finds the supervisors of a node and their children, all at the same time: each is asked as soon as
%% it is found, and a hung one does not delay the others.
%%
%% Only what has proved to be a supervisor is asked, and only while it waits for
%% messages; of the others the children are found by their links. The request is
%% that of gen_server:call/2 without its wait: an answer that is late goes to a
%% process that has ended.
%%
%% The body sends the requests and collects the answers. An answer costs a supervisor a copy of
%% the list of its children. If the body ends in between, answers go to nobody.
-module(supervisors).
-export([walk/3, is_supervisor/1, proved/1, wake/1]).
-export_type([child/0, supervisor/0]).

%% Of more children than these no list is asked for: it would keep the supervisor busy.
-define(MAX_CHILDREN, 20000).
%% Children in the answers that are waited for at a time: all of them come to the body.
-define(MAX_WEIGHT, 50000).
%% Children that are looked for by links.
-define(MAX_LINKED, 1000).
%% How often a supervisor that is deep in its work is looked at, and how long after.
-define(MAX_TRIES, 10).
-define(PAUSE_MS, 10).
%% How long the body waits for the first of the answers before it looks at those that are busy.
-define(ANSWER_MS, 25).

%% {Position, Id, Pid | restarting | undefined, supervisor | worker}, in the order
%% in which they were started; the id is `none` if only links are known.
-type child() :: {pos_integer(), term(), pid() | atom(), supervisor | worker}.
%% `state`: `ok`; or why it was not asked: `hung` (it waits for something other than its next message,
%% and does nothing), `wide` (its answer would be too large), `not_otp`, `large` (unknown whether
%% it is a supervisor); or why nothing is known: `no_answer`, `silent` (inside native code),
%% `gone`. `children`: their number; with `about`, the number of its links, less one. `workers`:
%% at most as many as wanted, those that do not run first.
-type supervisor() ::
        #{state := atom(), hung_ms => non_neg_integer(), name => atom() | [], function => mfa() | undefined,
          mailbox => non_neg_integer(), children := non_neg_integer(),
          about => boolean(), restarting => non_neg_integer(),
          not_started => non_neg_integer(),
          supervisors := [child()], workers := [child()]}.

%% Walks from the roots down. Waits for answers until none has come for `quiet_ms`;
%% keeps at most `keep` workers of each. `true`: time ran out before all were seen.
-spec walk([pid()], #{quiet_ms := pos_integer(), keep := non_neg_integer()},
           envelope:call()) -> {#{pid() => supervisor()}, boolean()}.
walk(Roots, #{quiet_ms := QuietMs, keep := Keep}, Call) ->
    #{found := Found, partial := Partial} =
        loop(#{found => #{}, next => Roots, queue => [], asked => #{}, weight => 0,
               busy => #{}, heard => envelope:now_ms(), quiet_ms => QuietMs,
               keep => Keep, call => Call, partial => false}),
    {Found, Partial}.

%% Judges by identity:of_processes/2; works for Elixir's supervisors too.
-spec is_supervisor(map()) -> boolean().
is_supervisor(#{initial_call := {supervisor, _, _}}) -> true;
is_supervisor(_Said) -> false.

%% Whether it is a supervisor; `unknown` if nothing is known of it.
-spec proved(supervisor()) -> boolean() | unknown.
proved(#{state := not_otp}) -> false;
proved(#{state := large}) -> unknown;
proved(#{function := _}) -> true;
proved(_Unseen) -> unknown.

%% Before OTP 29 nothing can be seen of one that hibernates, as a supervisor does from its start
%% in OTP 27, until it has handled a message. All kinds of supervisors answer this one, with
%% four numbers; nobody waits for them.
-spec wake(pid()) -> ok.
wake(Supervisor) ->
    erlang:send(Supervisor, {'$gen_call', {self(), make_ref()}, count_children}, [noconnect]),
    ok.

%% ---------------------------------------------------------------------------
%% The walk

%% What was found; pids to look at next; those that can be asked, those that were asked by the
%% monitor on them, and those that are at work. `weight` is how many children answers may bring.
-type walk() :: #{found := #{pid() => supervisor()}, next := [pid() | atom()], queue := [{pid(), map()}],
                  asked := #{reference() => {pid(), map()}}, busy := #{pid() => map()}, weight := integer(),
                  heard := integer(), quiet_ms := pos_integer(), keep := non_neg_integer(),
                  call := envelope:call(), partial := boolean()}.

-spec loop(walk()) -> walk().
loop(#{next := [], queue := [], asked := Asked, busy := Busy} = State)
  when map_size(Asked) =:= 0, map_size(Busy) =:= 0 ->
    State;
loop(#{next := Next, call := #{until := Until}} = State) ->
    case envelope:now_ms() < Until of
        true -> loop(wait(ask(examine(Next, State#{next := []}))));
        %% Those that are still waited for gave no answer.
        false -> State#{partial := true}
    end.

%% What is to be done with those that were not seen before.
-spec examine([pid() | atom()], walk()) -> walk().
examine([], State) ->
    State;
examine(Pids, #{found := Found, call := Call} = State) ->
    New = lists:usort([Pid || Pid <- Pids, is_pid(Pid), node(Pid) =:= node(),
                              not is_map_key(Pid, Found)]),
    Facts = maps:from_list(servers:facts(New, Call)),
    Said = maps:from_list(identity:of_processes(New, Call)),
    Missing = missing(Call),
    lists:foldl(fun(Pid, S) ->
                        sort_out(Pid, maps:get(Pid, Facts, Missing), proof(maps:get(Pid, Said, none)), S)
                end, State, New).

%% Why nothing is known of a process: it does not answer, or time ran out.
-spec missing(envelope:call()) -> silent | late.
missing(#{until := Until}) ->
    case envelope:now_ms() < Until of true -> silent; false -> late end.

-spec sort_out(pid(), map() | undefined | silent | late, supervisor | not_otp | large, walk()) -> walk().
sort_out(Pid, late, _Proof, State) ->
    found(Pid, nothing(no_answer), State);
sort_out(Pid, silent, _Proof, State) ->
    found(Pid, nothing(silent), State);
sort_out(Pid, undefined, _Proof, State) ->
    found(Pid, nothing(gone), State);
sort_out(Pid, #{links := Links} = Facts, Proof, State) when Links > ?MAX_CHILDREN, Proof =/= not_otp ->
    by_links(Pid, wide, Facts, State);
sort_out(Pid, Facts, Proof, State) when Proof =/= supervisor ->
    by_links(Pid, Proof, Facts, State);
sort_out(Pid, Facts, supervisor, #{busy := Busy} = State) ->
    State1 = found(Pid, maps:merge(nothing(no_answer), described(Facts)), State),
    case servers:idle(Facts) of
        true -> to_ask(Pid, Facts, State1);
        false -> State1#{busy := Busy#{Pid => Facts#{since => envelope:now_ms()}}}
    end.

%% Before OTP 26.2 a large process is not looked at.
-spec proof(map() | none) -> supervisor | not_otp | large.
proof(none) -> large;
proof(Said) ->
    case is_supervisor(Said) of true -> supervisor; false -> not_otp end.

-spec to_ask(pid(), map(), walk()) -> walk().
to_ask(Pid, Facts, #{queue := Queue} = State) ->
    State#{queue := [{Pid, Facts} | Queue]}.

%% Asks as many as do not have too many children between them: the answers all
%% come here.
-spec ask(walk()) -> walk().
ask(#{queue := Queue, call := Call} = State) ->
    Seen = maps:from_list(stacks:again([Pid || {Pid, Facts} <- Queue, not is_map_key(ready, Facts)], Call)),
    Judged = [{askable(maps:get(Pid, Seen, none), Facts), Pid, Facts} || {Pid, Facts} <- Queue],
    State1 = ask_next(State#{queue := [{Pid, Facts#{ready => true}} || {true, Pid, Facts} <- Judged]}),
    #{queue := Left} = State2 = lists:foldl(fun({false, Pid, Facts}, S) -> by_links(Pid, wide, Facts, S);
                                               (_, S) -> S
                                            end, State1, Judged),
    [wake(Pid) || {{wake, _}, Pid, _} <- Judged],
    case [{Pid, Facts#{tries => Tries}} || {{_, Tries}, Pid, Facts} <- Judged] of
        [] -> State2;
        Later ->
            receive after ?PAUSE_MS -> ok end,
            State2#{queue := Left ++ Later}
    end.

%% Ids of children can be anything, and are copied by the supervisor: see stacks. A large one
%% that is deep in its work is looked at again.
-spec askable(stacks:seen() | none, map()) -> boolean() | {later | wake, pos_integer()}.
askable(_Seen, #{ready := true}) -> true;
askable(none, _Facts) -> false;
askable(#{ids := false}, _Facts) -> true;
askable(#{printed := false, waits := false}, Facts) when not is_map_key(tries, Facts) -> {later, 1};
askable(#{printed := false, waits := false}, #{tries := Tries}) when Tries < ?MAX_TRIES -> {later, Tries + 1};
askable(#{frames := ["unknown function" | _]}, Facts) ->
    case maps:get(tries, Facts, 0) of
        0 -> {wake, 1};
        Tries when Tries < ?MAX_TRIES -> {later, Tries + 1};
        _ -> false
    end;
askable(#{cut := Cut}, _Facts) -> not Cut.

-spec ask_next(walk()) -> walk().
ask_next(#{queue := [{Pid, #{links := Links} = Facts} | Queue], weight := Weight,
           asked := Asked} = State) when Weight < ?MAX_WEIGHT ->
    Monitor = monitor(process, Pid),
    erlang:send(Pid, {'$gen_call', {self(), Monitor}, which_children}, [noconnect]),
    ask_next(State#{queue := Queue, weight := Weight + Links,
                    asked := Asked#{Monitor => {Pid, Facts}}, heard := envelope:now_ms()});
ask_next(State) ->
    State.

-spec wait(walk()) -> walk().
wait(#{asked := Asked, busy := Busy} = State) when map_size(Asked) =:= 0, map_size(Busy) =:= 0 ->
    State;
wait(State) ->
    #{asked := Asked, heard := Heard, quiet_ms := QuietMs} = State1 = take(?ANSWER_MS, State),
    case envelope:now_ms() - Heard of
        Ms when Ms >= QuietMs, map_size(Asked) > 0 -> look_again(forget(State1));
        _ -> look_again(State1)
    end.

%% The answers that are there, waiting so long for the first.
-spec take(non_neg_integer(), walk()) -> walk().
take(Ms, #{asked := Asked} = State) ->
    receive
        {Monitor, Children} when is_map_key(Monitor, Asked) ->
            take(0, answered(Monitor, Children, State));
        {'DOWN', Monitor, process, Pid, _} when is_map_key(Monitor, Asked) ->
            take(0, found(Pid, nothing(gone), heard(Monitor, State)))
    after Ms ->
        State
    end.

-spec heard(reference(), walk()) -> walk().
heard(Monitor, #{asked := Asked, weight := Weight} = State) ->
    {_, #{links := Links}} = maps:get(Monitor, Asked),
    demonitor(Monitor, [flush]),
    State#{asked := maps:remove(Monitor, Asked), weight := Weight - Links,
           heard := envelope:now_ms()}.

%% Those asked that are hung after all.
-spec forget(walk()) -> walk().
forget(#{asked := Asked} = State) ->
    lists:foldl(fun(Monitor, S) -> heard(Monitor, S) end, State, maps:keys(Asked)).

%% Whether those that were busy can be asked now. One that has worked since the last
%% look will come to its next message; a look itself costs it a reduction. One that
%% does nothing is hung.
-spec look_again(walk()) -> walk().
look_again(#{busy := Busy} = State) when map_size(Busy) =:= 0 ->
    State;
look_again(#{busy := Busy, call := Call} = State) ->
    Facts = maps:from_list(servers:facts(maps:keys(Busy), Call)),
    Missing = missing(Call),
    maps:fold(fun(Pid, First, S) -> look_again(Pid, maps:get(Pid, Facts, Missing), First, S) end,
              State, Busy).

-spec look_again(pid(), map() | undefined | silent | late, map(), walk()) -> walk().
look_again(_Pid, late, _Before, State) ->
    State;
look_again(Pid, Facts, #{since := Since} = Before, #{busy := Busy, quiet_ms := QuietMs} = State) ->
    Rest = State#{busy := maps:remove(Pid, Busy)},
    case {Facts, envelope:now_ms() - Since} of
        {undefined, _} -> found(Pid, nothing(gone), Rest);
        {silent, _} -> found(Pid, nothing(silent), Rest);
        {_, Ms} ->
            case servers:idle(Facts) orelse servers:works(Before, Facts) of
                true -> to_ask(Pid, Facts, Rest);
                false when Ms * 2 >= QuietMs -> by_links(Pid, hung, Facts#{hung_ms => Ms}, Rest);
                false -> State#{busy := Busy#{Pid := Facts#{since => Since}}}
            end
    end.

%% ---------------------------------------------------------------------------
%% What is found

-spec found(pid(), supervisor(), walk()) -> walk().
found(Pid, Supervisor, #{found := Found} = State) ->
    State#{found := Found#{Pid => Supervisor}}.

-spec nothing(atom()) -> supervisor().
nothing(Why) ->
    #{state => Why, children => 0, supervisors => [], workers => []}.

-spec described(map()) -> map().
described(Facts) ->
    maps:with([name, function, mailbox, hung_ms], Facts).

%% Supervisors list their newest child first.
-spec answered(reference(), term(), walk()) -> walk().
answered(Monitor, Answer, #{asked := Asked} = State) when is_list(Answer) ->
    {Pid, Facts} = maps:get(Monitor, Asked),
    Children = lists:zip(lists:seq(1, length(Answer)), lists:reverse(Answer)),
    children(Pid, Children, maps:merge(#{state => ok}, described(Facts)), heard(Monitor, State));
answered(Monitor, _Answer, State) ->
    heard(Monitor, State).

%% The many that run are gone through once; of them only as many as are kept are taken.
-spec children(pid(), [{pos_integer(), tuple()}], map(), walk()) -> walk().
children(Pid, Children, Supervisor, #{keep := Keep, next := Next} = State) ->
    Child = [{{'$1', '$2', '$3', '$4'}}],
    Others = bulk:select(Children, [{{'$1', {'$2', '$3', '$4', '_'}}, [{'=:=', '$4', supervisor}], Child},
                             {{'$1', {'$2', '$3', '$4', '_'}}, [{'not', {is_pid, '$3'}}], Child}]),
    Supervisors = bulk:select(Others, [{{'_', '_', '_', supervisor}, [], ['$_']}]),
    Absent = bulk:select(Others, [{{'_', '_', '_', worker}, [], ['$_']}]),
    Workers = bulk:select(lists:sublist(Children, Keep + length(Others)),
                   [{{'$1', {'$2', '$3', worker, '_'}}, [{is_pid, '$3'}],
                     [{{'$1', '$2', '$3', worker}}]}]),
    Count = fun(Wanted) -> length(bulk:select(Others, [{{'_', '_', Wanted, '_'}, [], [true]}])) end,
    State1 = found(Pid, Supervisor#{children => length(Children), restarting => Count(restarting),
                                    not_started => Count(undefined), supervisors => Supervisors,
                                    workers => lists:sublist(Absent ++ Workers, Keep)}, State),
    State1#{next := [P || {_, _, P, _} <- Supervisors] ++ Next}.

%% Children as links have them; of very many the first.
-spec by_links(pid(), atom(), map(), walk()) -> walk().
by_links(Pid, Why, #{links := All} = Facts, #{call := Call} = State) ->
    First = case servers:read([Pid], links, [{{'_', {links, '$1'}}, [], ['$1']}], Call) of
                [Links] -> [P || P <- lists:sublist(Links, ?MAX_LINKED), is_pid(P), node(P) =:= node()];
                [] -> []
            end,
    Mine = mine(Pid, First, Call),
    Said = maps:from_list(identity:of_processes(Mine, Call)),
    Kinds = [{none, P, case is_supervisor(maps:get(P, Said, #{})) of true -> supervisor; false -> worker end, []}
             || P <- Mine],
    Supervisor = maps:merge(#{state => Why}, described(Facts)),
    State1 = children(Pid, lists:zip(lists:seq(1, length(Kinds)), Kinds), Supervisor, State),
    case All > ?MAX_LINKED orelse Why =:= hung andalso not knows_parents() of
        false -> State1;
        true ->
            #{found := #{Pid := Found}} = State1,
            found(Pid, Found#{children := erlang:max(0, All - 1), about => true}, State1)
    end.

%% OTP 25 knows who started a process; before, only its ancestors say, which nobody can read.
knows_parents() ->
    identity:readable(parent).

%% Those among them that it has started.
-spec mine(pid(), [pid()], envelope:call()) -> [pid()].
mine(Pid, Pids, Call) ->
    [P || knows_parents(), {P, [{parent, Parent}]} <- sweep:read(Pids, [parent], Call), Parent =:= Pid].
