%% Processes and memory of applications: a process belongs to the application whose master is its
%% group leader.
%%
%% Workers ask all processes in chunks (see sweep), and add up what belongs together.
-module(application_use).
-export([all/2, one/2]).

%% Folds over all processes to #{Leader => {Processes, Bytes}}. `Report` gets what
%% is known so far.
-spec all(fun((#{pid() => {non_neg_integer(), non_neg_integer()}}, envelope:cost()) -> term()),
          envelope:call()) ->
          {#{pid() => {non_neg_integer(), non_neg_integer()}}, envelope:cost()}.
all(Report, Call) ->
    Grouped = erlang:function_exported(maps, groups_from_list, 3),
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => [group_leader, memory],
                  pick => case Grouped of true -> grouped(); false -> folded() end,
                  step => fun(Picked, Use) -> lists:foldl(fun add/2, Use, Picked) end,
                  report => Report}, #{}, Everyone, Call).

%% The same of one leader: {Processes, Bytes}.
-spec one(pid(), envelope:call()) ->
          {{non_neg_integer(), non_neg_integer()}, envelope:cost()}.
one(Leader, Call) ->
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => group_leader,
                  pick => members(Leader),
                  step => fun({N, Bytes}, {All, Sum}) -> {All + N, Sum + Bytes} end,
                  report => fun(_, _) -> ok end}, {0, 0}, Everyone, Call).

%% ---------------------------------------------------------------------------
%% These run in workers, so they call functions of OTP only.

%% A row is [Leader | Bytes], which hd and tl take apart.
-dialyzer({no_improper_lists, grouped/0}).
grouped() ->
    fun(Pids, Values, _) ->
            Spec = [{{'_', [{group_leader, '$1'}, {memory, '$2'}]}, [], [['$1' | '$2']]}],
            Rows = ets:match_spec_run(lists:zip(Pids, Values), ets:match_spec_compile(Spec)),
            Groups = maps:groups_from_list(fun erlang:hd/1, fun erlang:tl/1, Rows),
            Sizes = maps:values(Groups),
            lists:zip3(maps:keys(Groups), lists:map(fun erlang:length/1, Sizes),
                       lists:map(fun lists:sum/1, Sizes))
    end.

%% OTP 23 and 24.
folded() ->
    fun(_Pids, Values, _) ->
            [{Leader, N, Bytes}
             || {Leader, {N, Bytes}} <-
                    maps:to_list(lists:foldl(
                                   fun([{_, Leader}, {_, Bytes}], Use) ->
                                           {N, Sum} = maps:get(Leader, Use, {0, 0}),
                                           Use#{Leader => {N + 1, Sum + Bytes}};
                                      (undefined, Use) -> Use
                                   end, #{}, Values))]
    end.

members(Leader) ->
    fun(Pids, Values, _) ->
            Spec = [{{'$1', {group_leader, Leader}}, [], ['$1']}],
            Mine = ets:match_spec_run(lists:zip(Pids, Values), ets:match_spec_compile(Spec)),
            Memory = lists:zipwith(fun erlang:process_info/2, Mine,
                                   lists:duplicate(length(Mine), memory)),
            {length(Mine),
             lists:sum(ets:match_spec_run(Memory, ets:match_spec_compile([{{memory, '$1'}, [], ['$1']}])))}
    end.

add({Leader, N, Bytes}, Use) ->
    {All, Sum} = maps:get(Leader, Use, {0, 0}),
    Use#{Leader => {All + N, Sum + Bytes}}.
