%% Sets a key in the environment of an application, through the application controller, which
%% is asked only if it is ready. The former value is read from its table by a worker. Setting
%% is one step: a controller that is late may still take it after the probe has ended.
-module(set_app_env).
-export([run/2]).

-define(COPY_MS, 5000).
-define(READY_MS, 300).
-define(SET_MS, 5000).

%% Answers #{done, application, before}, where `before` is [{Cut, Bytes}], or [] without a former
%% value. Refuses with no_such_key; too_large; controller_hung: MayStillBeSet.
-spec run(#{application := [binary()], key := marked:marked(), value := marked:marked(),
            limits := cut:limits(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
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
    Before = case worker:one(Look, ?COPY_MS, Call) of
                 {ok, Shown} -> Shown;
                 _ -> envelope:refuse(too_large, [])
             end,
    case servers:ready(whereis(application_controller), ?READY_MS, Call) of
        {ok, _} -> DryRun orelse set(Application, Key, Value);
        _ -> envelope:refuse(controller_hung, false)
    end,
    {#{done => not DryRun, application => Application, before => Before}, #{}}.

%% ---------------------------------------------------------------------------

%% A controller that does not answer may still set it later.
-spec set(atom(), atom(), term()) -> ok.
set(Application, Key, Value) ->
    try application:set_env(Application, Key, Value, [{timeout, ?SET_MS}])
    catch exit:_ -> envelope:refuse(controller_hung, true)
    end.
