%% One application: what it is, whether it runs, what it takes.
-module(get_application).
-export([run/2]).

%% No value of its environment leaves the node, only the keys.
run(#{application := Spellings, limit := Limit}, Call) ->
    Application = applications:known(Spellings),
    Known = maps:from_list([{Key, Value} || Key <- keys(),
                                            {ok, Value} <- [application:get_key(Application, Key)]]),
    Mine = [Master || {Owner, Master} <- applications:masters(), Owner =:= Application],
    {Use, Cost} = case Mine of
                      [Master] -> application_use:one(Master, Call);
                      [] -> {{0, 0}, #{}}
                  end,
    {#{application => Application,
       status => applications:status(Application, applications:controller(Call)),
       use => Use,
       top => top(Mine, Application, Call),
       description => text(maps:get(description, Known, "")),
       version => text(maps:get(vsn, Known, "")),
       callback => case Known of #{mod := {Module, _}} -> Module; _ -> none end,
       modules => length(maps:get(modules, Known, [])),
       depends_on => some(maps:get(applications, Known, []), Limit),
       optional => some(maps:get(optional_applications, Known, []), Limit),
       included => some(maps:get(included_applications, Known, []), Limit),
       needed_by => some(needed_by(Application), Limit),
       registered => some([Name || Name <- maps:get(registered, Known, []), is_atom(Name)], Limit),
       environment => some(environment(Application), Limit)}, Cost}.

%% ---------------------------------------------------------------------------

keys() ->
    [description, vsn, mod, modules, applications, optional_applications, included_applications,
     registered].

%% The keys only, from the controller's table: values may be secrets.
environment(Application) ->
    lists:sort(ets:select(ac_tab, [{{{env, Application, '$1'}, '_'}, [{is_atom, '$1'}], ['$1']}])).

%% {Pid, Name | [], MFA | none}.
top(Masters, Application, Call) ->
    case applications:tops([{Application, Master} || Master <- Masters], Call) of
        [{_, Pid} | _] ->
            Said = maps:from_list(identity:of_processes([Pid], Call)),
            Name = case sweep:read([Pid], [registered_name], Call) of
                       [{_, [{_, Registered}]}] -> Registered;
                       _ -> []
                   end,
            {Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), none)};
        [] -> none
    end.

needed_by(Application) ->
    [Other || Other <- applications:loaded(), {ok, Needed} <- [application:get_key(Other, applications)],
              lists:member(Application, Needed)].

%% {Number, the first}.
some(All, Limit) ->
    {length(All), lists:sublist(All, Limit)}.

text(Text) ->
    cut:chars(Text, 200).
