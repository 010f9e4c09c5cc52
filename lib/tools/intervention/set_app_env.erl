%% Sets a key in the environment of an application.
-module(set_app_env).
-export([run/2]).

%% Answers #{done, application, before}: [{Cut, Bytes}], or [] where there was no value.
run(#{application := Spellings, key := MarkedKey, value := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Application = applications:known(Spellings),
    Key = marked:term(MarkedKey),
    is_atom(Key) orelse envelope:refuse(no_such_key, []),
    Value = marked:term(Marked),
    Look = fun() ->
                   [values:shown(Old, Limits)
                    || {_, Old} <- ets:lookup(ac_tab, {env, Application, Key})]
           end,
    Before = case worker:one(Look, 5000, Call) of
                 {ok, Shown} -> Shown;
                 _ -> envelope:refuse(too_large, [])
             end,
    case servers:ready(whereis(application_controller), 300, Call) of
        {ok, _} -> DryRun orelse set(Application, Key, Value);
        _ -> envelope:refuse(controller_hung, false)
    end,
    {#{done => not DryRun, application => Application, before => Before}, #{}}.

%% ---------------------------------------------------------------------------

%% One that does not answer may still do it, later.
set(Application, Key, Value) ->
    try application:set_env(Application, Key, Value, [{timeout, 5000}])
    catch exit:_ -> envelope:refuse(controller_hung, true)
    end.
