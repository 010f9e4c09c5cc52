%% The environment of an application: its current values. A worker copies them from the table of
%% the application controller, which is not asked, within a heap limit and a time limit. The
%% size of one value cannot be seen; but if the table as a whole is small, so is each value: a
%% table stores rows without sharing.
-module(get_app_env).
-export([run/2]).

-define(TABLE, ac_tab).
-define(COPY_MS, 5000).
%% Maximum keys that an error names.
-define(MAX_KEYS, 20).

%% Answers #{application, keys, values} with values [{Key, Cut, Bytes, Trail}], in the order
%% of keys. Refuses with no_such_key: Keys; no_such_path; too_large; large_table: Bytes.
-spec run(map(), envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{application := Spellings, key := Marked, path := Path, limit := Limit, limits := Limits, force := Force},
    #{heap_words := HeapWords} = Call) ->
    Words = ets:info(?TABLE, memory),
    Force orelse Words =< HeapWords div 8 orelse envelope:refuse(large_table, Words * erlang:system_info(wordsize)),
    Application = applications:known(Spellings),
    Keys = lists:sort(ets:select(?TABLE, [{{{env, Application, '$1'}, '_'}, [], ['$1']}])),
    Wanted = case Marked of
                 none -> lists:sublist(Keys, Limit);
                 _ ->
                     has(Marked, Keys) orelse envelope:refuse(no_such_key, lists:sublist(Keys, ?MAX_KEYS)),
                     [marked:term(Marked)]
             end,
    Look = fun() -> [value(Key, ets:lookup(?TABLE, {env, Application, Key}), Path, Limits) || Key <- Wanted] end,
    case worker:one(Look, ?COPY_MS, Call) of
        {ok, Values} ->
            [envelope:refuse(no_such_path, {Steps, There}) || {lost, Steps, There} <- Values],
            {#{application => Application, keys => length(Keys),
               values => [{Key, Cut, Bytes, schemas:trail(Trail, Call)} || {Key, Cut, Bytes, Trail} <- lists:append(Values)]}, #{}};
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        {raised, Reason} -> error(Reason);
        no_answer -> envelope:refuse(too_large, [])
    end.

%% ---------------------------------------------------------------------------

%% A text that is no atom of the node yet is no key either.
-spec has(marked:marked(), [term()]) -> boolean().
has({atom, Name}, Keys) ->
    case names:existing_atom([Name]) of
        {ok, Key} -> lists:member(Key, Keys);
        none -> false
    end;
has(Marked, Keys) ->
    lists:member(marked:term(Marked), Keys).

%% A key that was unset meanwhile has no value.
-spec value(term(), [{term(), term()}], list(), cut:limits()) ->
          [{term(), term(), non_neg_integer(), [term()]}] | {lost, non_neg_integer(), term()}.
value(_Key, [], _Path, _Limits) ->
    [];
value(Key, [{_, Whole}], Path, Limits) ->
    case values:at(Path, Whole, Limits) of
        {ok, Value, Trail} ->
            {Cut, Bytes} = values:shown(Value, Limits),
            [{Key, Cut, Bytes, Trail}];
        Lost ->
            Lost
    end.
