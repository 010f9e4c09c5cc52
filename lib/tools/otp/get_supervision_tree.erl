%% Supervision trees: of an application, of a supervisor, or all of the node.
%%
%% The body walks (see supervisors): an answer costs a supervisor a copy of the list of its children,
%% all together about a microsecond a child. Nothing is changed, so nothing is left if it dies.
-module(get_supervision_tree).
-export([run/2]).

%% Supervisors in trouble, and children that hold them up or do not run, that are told.
-define(MAX_TROUBLES, 20).
%% Supervisors to name that were not watched.
-define(UNWATCHED, 3).

%% Answers the numbers of all below the roots; `rows`, at most `limit` of it; and
%% `troubles`, the supervisors that did not answer, with `holdups`, the children that hold
%% them up; `absent`, the children that do not run; and `restarts`, with
%% who was not watched for those (see there). Tables are sent as {Columns, Rows}.
-spec run(#{root := term(), depth := non_neg_integer(), limit := pos_integer(),
            quiet_ms := non_neg_integer(), window_ms := non_neg_integer(), reasons := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{root := Root, depth := Depth, limit := Limit, quiet_ms := QuietMs, window_ms := WindowMs,
      reasons := Reasons}, Call) ->
    {Roots, Found, Partial} = walk(Root, #{quiet_ms => QuietMs, keep => Limit}, Call),
    Rows = tree_rows:select([{1, Name, Pid, kind(Pid, Found)} || {Name, Pid} <- Roots],
                            Depth, Limit, Found),
    Holdups = holdups:of_supervisors([Pid || {Pid, #{state := hung}} <- maps:to_list(Found)], Call),
    Troubles = troubles(Found),
    {Restarts, Unwatched} = restarts:seen(Found, WindowMs, Reasons, Call),
    {maps:merge(totals(Found),
                #{roots => length(Roots), rows => table(Rows, Found, Holdups, Call),
                  unanswered => length(Troubles),
                  troubles => {[state, pid, registered_name, current_function, mailbox, children, at_least_ms],
                               lists:sublist(Troubles, ?MAX_TROUBLES)},
                  restarting_children => absent(Found),
                  holdups => {[supervisor, pid, phase, registered_name, initial_call, stack],
                              lists:map(fun erlang:tuple_to_list/1, lists:sublist(Holdups, ?MAX_TROUBLES))},
                  restarts => {[supervisor, ids, ids_below, restarts, window_ms, last_exit, started],
                               lists:map(fun erlang:tuple_to_list/1, Restarts)},
                  unwatched => {length(Unwatched), lists:sublist(Unwatched, ?UNWATCHED)}}),
     #{processes_scanned => map_size(Found), partial => Partial}}.

%% ---------------------------------------------------------------------------
%% Roots: [{Application | none, Pid}]

%% All: the top of each application with what it has started beside its tree, then the
%% registered supervisors that are below none of them.
-spec walk(all | term(), #{quiet_ms := non_neg_integer(), keep := non_neg_integer()}, envelope:call()) ->
          {[{atom(), pid()}], #{pid() => supervisors:supervisor()}, Partial :: boolean()}.
walk(all, Options, Call) ->
    Tops = roots(applications:families(applications:masters(), Call)),
    {Found, Partial} = supervisors:walk([Pid || {_, Pid} <- Tops], Options, Call),
    Others = [Pid || Name <- registered(), Pid <- [whereis(Name)], is_pid(Pid),
                     not is_map_key(Pid, Found)],
    More = [Pid || {Pid, Said} <- identity:of_processes(Others, Call),
                   supervisors:is_supervisor(Said)],
    {FoundMore, PartialMore} = supervisors:walk(More, Options, Call),
    {unclaimed(Tops ++ [{none, Pid} || Pid <- lists:sort(More)], maps:merge(FoundMore, Found)),
     maps:merge(FoundMore, Found), Partial or PartialMore};
walk(Root, Options, Call) ->
    {Named, [{_, Top} | _] = Tops} = named(Root, Call),
    {Found, Partial} = supervisors:walk([Pid || {_, Pid} <- Tops], Options, Call),
    case [maps:get(Pid, Found) || {_, Pid} <- Tops] of
        [#{state := gone}] -> envelope:refuse(no_such_process, Top);
        [#{state := not_otp, children := 0}] when Named =:= process -> envelope:refuse(not_a_supervisor, Top);
        _ -> {unclaimed(Tops, Found), Found, Partial}
    end.

-spec roots([{atom(), [pid()], [pid()]}]) -> [{atom(), pid()}].
roots(Families) ->
    [{Application, Pid} || {Application, Tops, Beside} <- Families, Pid <- Tops ++ lists:sort(Beside)].

%% Without those that are children of others, or have ended meanwhile.
-spec unclaimed([Root], #{pid() => supervisors:supervisor()}) -> [Root].
unclaimed(Roots, Found) ->
    Below = maps:from_list([{Pid, true} || #{supervisors := Supervisors, workers := Workers} <- maps:values(Found),
                                           {_, _, Pid, _} <- Supervisors ++ Workers, is_pid(Pid)]),
    case [Root || {_, Pid} = Root <- Roots, not is_map_key(Pid, Below),
                  maps:get(state, maps:get(Pid, Found), gone) =/= gone] of
        [] -> Roots;
        Left -> Left
    end.

%% A name is that of an application first, as there often is a process called so.
-spec named(term(), envelope:call()) -> {application | process, [{atom(), pid()}]}.
named({name, Spellings} = Name, Call) ->
    case names:existing_atom(Spellings) of
        {ok, Atom} ->
            Mine = [Master || {Application, _} = Master <- applications:masters(),
                              Application =:= Atom],
            case {roots(applications:families(Mine, Call)), whereis(Atom), ets:member(ac_tab, {loaded, Atom})} of
                {[_ | _] = Tops, _, _} -> {application, Tops};
                {[], undefined, true} -> envelope:refuse(no_processes, Atom);
                _ -> {process, [{none, names:process(Name)}]}
            end;
        none ->
            {process, [{none, names:process(Name)}]}
    end;
named(Process, _Call) ->
    {process, [{none, names:process(Process)}]}.

%% Nothing is called a supervisor that has not proved to be one.
-spec kind(pid(), #{pid() => supervisors:supervisor()}) -> supervisor | worker | unknown.
kind(Pid, Found) ->
    case supervisors:proved(maps:get(Pid, Found)) of
        true -> supervisor;
        false -> worker;
        unknown -> unknown
    end.

%% ---------------------------------------------------------------------------
%% Numbers and troubles

%% Each is what its parent says that it is; roots, what they have proved to be.
-spec totals(#{pid() => supervisors:supervisor()}) -> #{atom() => non_neg_integer()}.
totals(Found) ->
    Claimed = maps:from_list([{Pid, true} || #{supervisors := Supervisors} <- maps:values(Found),
                                             {_, _, Pid, _} <- Supervisors]),
    maps:fold(fun(Pid, #{children := Children, supervisors := Below} = Supervisor,
                  #{supervisors := S, workers := W, restarting := R, not_started := N}) ->
                      {OfS, OfW} = case is_map_key(Pid, Claimed) orelse kind(Pid, Found) of
                                       worker -> {0, 1};
                                       _ -> {1, 0}
                                   end,
                      #{supervisors => S + OfS,
                        workers => W + OfW + Children - length(Below),
                        restarting => R + maps:get(restarting, Supervisor, 0),
                        not_started => N + maps:get(not_started, Supervisor, 0)}
              end, #{supervisors => 0, workers => 0, restarting => 0, not_started => 0}, Found).

-spec troubles(#{pid() => supervisors:supervisor()}) -> [[term()]].
troubles(Found) ->
    lists:sort([[State, Pid | [maps:get(Key, Supervisor, none)
                               || Key <- [name, function, mailbox, children, hung_ms]]]
                || {Pid, #{state := State} = Supervisor} <- maps:to_list(Found),
                   lists:member(State, [hung, no_answer, silent])]).

-spec absent(#{pid() => supervisors:supervisor()}) -> {[atom()], [[term()]]}.
absent(Found) ->
    {[supervisor, id], lists:sublist(
                         [[Pid, id(Id)]
                          || {Pid, #{restarting := Some} = Supervisor} <- maps:to_list(Found), Some > 0,
                             {_, Id, restarting, _} <- maps:get(supervisors, Supervisor)
                                 ++ maps:get(workers, Supervisor)], ?MAX_TROUBLES)}.

%% ---------------------------------------------------------------------------
%% Rows

-spec table([{non_neg_integer(), supervisors:child()}], #{pid() => supervisors:supervisor()}, [tuple()], envelope:call()) ->
          {[atom()], [[term()]]}.
table(Rows, Found, Holdups, Call) ->
    {_, Children} = lists:unzip(Rows),
    Processes = [Pid || {_, _, Pid, _} <- Children],
    Pids = bulk:select(Processes, [{'$1', [{is_pid, '$1'}, {'=:=', {node, '$1'}, {const, node()}}], ['$1']}]),
    Names = maps:from_list(sweep:read(Pids, [registered_name], Call)),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Several = [maps:keys(maps:with(Processes, Found)), [Pid || {_, Pid, _, _, _, _} <- Holdups]],
    {[depth, id, pid, registered_name, kind, state, children, initial_call],
     [case Row of
          {Other, Name, {Self, _}} -> row(Other, Found, Holdups, Name, Self);
          _ -> Row
      end || Row <- bulk:select(lists:zip3(Rows, each(Processes, Names), initials(each(Processes, Said))),
                                plain(lists:append(Several)))]}.

%% What a map has of each of these, or `none`.
-spec each([term()], map()) -> [term()].
each(Keys, Map) ->
    lists:zipwith3(fun maps:get/3, Keys, lists:duplicate(length(Keys), Map), lists:duplicate(length(Keys), none)).

%% With the initial call beside what is said of a process.
-spec initials([map() | none]) -> [{map() | none, term()}].
initials(Said) ->
    Number = length(Said),
    Known = bulk:select(lists:zip(Said, Said), [{{none, '_'}, [], [#{}]}, {{'$1', '_'}, [], ['$1']}]),
    lists:zip(Said, lists:zipwith3(fun maps:get/3, lists:duplicate(Number, initial_call), Known,
                                   lists:duplicate(Number, none))).

%% Rows of workers that have nothing below them, and are called as nearly all are: made without a
%% step for each. Others stay as they are.
-spec plain([pid() | atom()]) -> [tuple()].
plain(Except) ->
    Guards = [{is_pid, '$3'}, {'=:=', {node, '$3'}, {const, node()}},
              {'orelse', {is_atom, '$2'}, {is_integer, '$2'}, {is_pid, '$2'}} | [{'=/=', '$3', Pid} || Pid <- Except]],
    Row = fun(State) -> [['$1', '$2', '$3', '$4', worker, State, none, '$6']] end,
    Child = {'$1', {'_', '$2', '$3', worker}},
    Name = [{registered_name, '$4'}],
    [{{Child, Name, {'$5', '$6'}}, [{'=:=', '$5', #{}} | Guards], Row(not_otp)},
     {{Child, Name, {'$5', '$6'}}, Guards, Row(ok)},
     {'_', [], ['$_']}].

-spec row({non_neg_integer(), supervisors:child()}, #{pid() => supervisors:supervisor()}, [tuple()], term(), map() | none) ->
          [term()].
row({Depth, {_, Id, Pid, Kind}}, Found, Holdups, Name, Self) ->
    [Depth, id(Id), Pid, case Name of [{_, N}] -> N; _ -> [] end, Kind,
     case {lists:keyfind(Pid, 2, Holdups), maps:get(Pid, Found, none)} of
         {{_, _, Phase, _, _, _}, none} -> Phase;
         {_, Supervisor} -> state(Pid, case Kind of worker -> none; _ -> Supervisor end, Name, Self)
     end,
     case Found of
         #{Pid := #{children := Children}} when Kind =/= worker; Children > 0 -> Children;
         _ -> none
     end,
     case Self of #{initial_call := Call} -> Call; _ -> none end].

-spec state(pid() | atom(), supervisors:supervisor() | none, term(), map() | none) -> atom().
state(Pid, _Found, _Name, _Self) when is_atom(Pid) -> absent_as(Pid);
state(_Pid, #{state := State}, _Name, _Self) -> State;
state(Pid, none, _Name, _Self) when node(Pid) =/= node() -> elsewhere;
state(_Pid, none, none, _Self) -> silent;
state(_Pid, none, undefined, _Self) -> gone;
state(_Pid, none, _Name, Self) when Self =:= #{} -> not_otp;
state(_Pid, none, _Name, _Self) -> ok.

absent_as(restarting) -> restarting;
absent_as(_Undefined) -> not_started.

%% As a term, so that secrets in it can be found.
-spec id(term()) -> term().
id(Id) -> cut:label(Id).
