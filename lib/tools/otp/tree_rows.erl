%% Which rows of a supervision tree to show when there is no room for all: supervisors first, from
%% the top down, then an equal share of the other children of each.
%%
%% Pure; runs in the body.
-module(tree_rows).
-export([select/4]).

%% [{Depth, Child}], each after its parent, in the order in which they were started.
-spec select([supervisors:child()], non_neg_integer(), pos_integer(),
             #{pid() => supervisors:supervisor()}) ->
          [{non_neg_integer(), supervisors:child()}].
select(Roots, Depth, Limit, Found) ->
    First = lists:sublist(Roots, Limit),
    Tops = [Pid || {_, _, Pid, _} <- First],
    Owners = descend(Tops, 0, Depth, Limit - length(Tops),
                     maps:from_list([{Pid, root} || Pid <- Tops]), Found),
    Share = share(lists:sort([length(others(Pid, Found)) || Pid <- maps:keys(Owners)]),
                  Limit - map_size(Owners)),
    Tree = #{found => Found, owners => Owners, share => Share, depth => Depth},
    lists:append([rows(Root, root, 0, Tree) || Root <- First]).

%% ---------------------------------------------------------------------------

%% #{Pid => Parent} of the supervisors that get a row. Each has one parent, even
%% should two claim it.
-spec descend([pid()], non_neg_integer(), non_neg_integer(), integer(), #{pid() | atom() => pid() | root},
              #{pid() => supervisors:supervisor()}) -> #{pid() | atom() => pid() | root}.
descend([_ | _] = Parents, Depth, Most, Room, Owners, Found) when Depth < Most, Room > 0 ->
    Level = [{Pid, Parent} || Parent <- Parents, Pid <- below(Parent, Found),
                              not is_map_key(Pid, Owners)],
    Listed = maps:from_list(lists:sublist(Level, Room)),
    Pids = [Pid || {Pid, Parent} <- Level, maps:get(Pid, Listed, none) =:= Parent],
    descend(Pids, Depth + 1, Most, Room - length(Pids), maps:merge(Owners, Listed), Found);
descend(_Parents, _Depth, _Most, _Room, Owners, _Found) ->
    Owners.

below(Pid, Found) ->
    #{supervisors := Supervisors} = maps:get(Pid, Found),
    [Child || {_, _, Child, _} <- Supervisors, is_map_key(Child, Found)].

others(Pid, Found) ->
    #{supervisors := Supervisors, workers := Workers} = maps:get(Pid, Found),
    [Absent || {_, _, Child, _} = Absent <- Supervisors, not is_pid(Child)] ++ Workers.

-spec share([non_neg_integer()], integer()) -> integer().
share([], Room) ->
    Room;
share([Count | Counts] = All, Room) ->
    case Room div length(All) of
        Fair when Count =< Fair -> share(Counts, Room - Count);
        Fair -> Fair
    end.

-spec rows(supervisors:child(), pid() | root, non_neg_integer(), map()) -> [{non_neg_integer(), supervisors:child()}].
rows({_, _, Pid, _} = Child, Parent, Depth, #{owners := Owners, depth := Most} = Tree) ->
    case Depth < Most andalso maps:get(Pid, Owners, none) =:= Parent of
        true -> [{Depth, Child} | children(Pid, Depth + 1, Tree)];
        false -> [{Depth, Child}]
    end.

%% The many that have no rows below them take no step each.
-spec children(pid(), non_neg_integer(), map()) -> [{non_neg_integer(), supervisors:child()}].
children(Pid, Depth, #{found := Found, owners := Owners, share := Share} = Tree) ->
    #{supervisors := Supervisors} = maps:get(Pid, Found),
    Listed = [{Child, rows(Child, Pid, Depth, Tree)}
              || {_, _, P, _} = Child <- Supervisors, maps:get(P, Owners, none) =:= Pid],
    Others = bulk:select(lists:sublist(others(Pid, Found), Share), [{'_', [], [{{'$_', [{{Depth, '$_'}}]}}]}]),
    {_, Rows} = lists:unzip(lists:sort(Listed ++ Others)),
    lists:append(Rows).
