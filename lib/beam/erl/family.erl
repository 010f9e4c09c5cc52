%% Who spawned whom, of all processes at once; OTP 25 and later know it. Nobody's
%% dictionary is read for it.
%%
%% Workers ask all processes in chunks and fill a table of the body, which goes with it.
-module(family).
-export([all/1, below/2]).

%% Maximum generations to follow: each takes a pass.
-define(MAX_DEPTH, 1000).

%% How many processes there are, a table of ours with {Parent, Child} of each, and the cost.
-spec all(envelope:call()) -> {non_neg_integer(), ets:tid(), envelope:cost()}.
all(Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Table = ets:new(parent, [duplicate_bag, public]),
    {_, Cost} = sweep:again(#{item => parent, pick => keep(Table), step => fun(_, none) -> none end,
                              report => fun(_, _) -> ok end}, none, Everyone, Call),
    {Total, Table, Cost}.

%% A table of ours with {Pid} of all that it has spawned, of those that these have, and so
%% on, as far as those between are alive.
-spec below(pid(), envelope:call()) -> ets:tid().
below(Pid, Call) ->
    {_Total, Table, _Cost} = all(Call),
    Below = ets:new(parent, []),
    grow([Pid], ?MAX_DEPTH, Table, Below),
    ets:delete(Table),
    Below.

%% ---------------------------------------------------------------------------

%% Runs in the workers.
keep(Table) ->
    fun(Pids, Values, _) ->
            Rows = lists:zip(Values, Pids),
            Spec = [{{{parent, '$1'}, '$2'}, [], [{{'$1', '$2'}}]}],
            ets:insert(Table, ets:match_spec_run(Rows, ets:match_spec_compile(Spec))),
            none
    end.

%% Level by level. The pid of one that has ended may have come back: so levels have an end.
-spec grow([pid()], non_neg_integer(), ets:tid(), ets:tid()) -> ok.
grow(Level, Most, _Table, _Below) when Level =:= []; Most =:= 0 ->
    ok;
grow(Level, Most, Table, Below) ->
    Rows = lists:append(lists:zipwith(fun ets:lookup/2, lists:duplicate(length(Level), Table), Level)),
    ets:insert(Below, bulk:select(Rows, [{{'_', '$1'}, [], [{{'$1'}}]}])),
    grow(bulk:select(Rows, [{{'_', '$1'}, [], ['$1']}]), Most - 1, Table, Below).
