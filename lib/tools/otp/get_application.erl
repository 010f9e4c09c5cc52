%% One application: what it is, whether it runs, what it takes.
%%
%% The body reads tables and asks the application controller, which is asked only while it is idle (see
%% applications); workers look at all processes, about a microsecond each. Nothing is changed.
-module(get_application).
-export([run/2]).

%% No value of its environment leaves the node, only the keys.
-spec run(#{application := [binary()], limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{application := Spellings, limit := Limit}, Call) ->
    Application = applications:known(Spellings),
    Known = maps:from_list([{Key, Value} || Key <- keys(),
                                            {ok, Value} <- [application:get_key(Application, Key)]]),
    Mine = [Master || {Owner, Master} <- applications:masters(), Owner =:= Application],
    {{Processes, Bytes}, Cost} = case Mine of
                                     [Master] -> application_use:one(Master, Call);
                                     [] -> {{0, 0}, #{}}
                                 end,
    {Status, Permanence} = applications:status(Application, applications:controller(Call)),
    {#{application => Application,
       status => Status,
       permanence => Permanence,
       processes => Processes,
       memory_bytes => Bytes,
       top => top(Mine, Application, Call),
       description => text(maps:get(description, Known, "")),
       version => text(maps:get(vsn, Known, "")),
       callback => case Known of #{mod := {Module, _}} when is_atom(Module) -> Module; _ -> none end,
       modules => length(lenient:atoms(maps:get(modules, Known, []))),
       depends_on => atoms(applications, Known, Limit),
       optional => atoms(optional_applications, Known, Limit),
       included => atoms(included_applications, Known, Limit),
       needed_by => some(needed_by(Application), Limit),
       registered => atoms(registered, Known, Limit),
       odd => odd(Known),
       environment_keys => some(environment(Application), Limit)}, Cost}.

%% ---------------------------------------------------------------------------

keys() ->
    [description, vsn, mod, modules, applications, optional_applications, included_applications,
     registered].

%% The keys only, from the controller's table: values may be secrets.
-spec environment(atom()) -> [term()].
environment(Application) ->
    lists:sort(ets:select(ac_tab, [{{{env, Application, '$1'}, '_'}, [{is_atom, '$1'}], ['$1']}])).

%% {Pid, Name | [], MFA | none}.
-spec top([{atom(), pid()}], atom(), envelope:call()) -> {pid() | term(), atom() | [], mfa() | none} | none.
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
              lists:member(Application, lenient:atoms(Needed))].

%% {Key, Text} of what has not the form that it should have.
odd(Known) ->
    Lists = [modules, applications, optional_applications, included_applications, registered],
    [{Key, cut:text(Value, 200)}
     || {Key, Value} <- lists:sort(maps:to_list(Known)),
        not case Key of
                mod -> Value =:= [] orelse is_tuple(Value) andalso tuple_size(Value) =:= 2 andalso is_atom(element(1, Value));
                _ -> not lists:member(Key, Lists) orelse lenient:is_atoms(Value)
            end].

-spec atoms(atom(), #{atom() => term()}, pos_integer()) -> {non_neg_integer(), [atom()]}.
atoms(Key, Known, Limit) ->
    some(lenient:atoms(maps:get(Key, Known, [])), Limit).

%% {Number, the first}.
-spec some([Thing], pos_integer()) -> {non_neg_integer(), [Thing]}.
some(All, Limit) ->
    {length(All), lists:sublist(All, Limit)}.

text(Text) ->
    cut:chars(Text, 200).
