%% Alarms that are set: those of sasl, where memsup and disksup put theirs, and RabbitMQ's.
%%
%% The event managers themselves answer, with a copy of all alarms: so a worker asks them, only while
%% they wait for their next event, and only if the copy is bounded (see stacks). Only these two
%% handlers are asked: one that does not know the question would crash and be removed. Only the
%% ids of alarms are reported. Nothing is changed; an answer that comes too late goes to nobody.
-module(alarms).
-export([read/1]).

-define(ANSWER_MS, 1000).
%% How long an event manager may take to come to its next event.
-define(READY_MS, 200).
%% What a worker needs to start and to tell, beside what is waited for.
-define(WORKER_MS, 50).
%% Alarms of each source, and characters of an id.
-define(MOST, 50).

%% [{Source, State, [Id]}] of the sources that run. State is known, busy, large (too large to be
%% copied), no_answer, or replaced: by a handler of somebody's own.
-spec read(envelope:call()) -> [{atom(), atom(), [binary()]}].
read(Call) ->
    [case state(Pid, Call) of
         known -> ask(Source, Pid, Call);
         State -> {Source, State, []}
     end || Source <- [alarm_handler, rabbit_alarm], Pid <- [whereis(Source)], is_pid(Pid)].

%% ---------------------------------------------------------------------------

-spec state(pid(), envelope:call()) -> known | busy | large | no_answer.
state(Pid, Call) ->
    case servers:ready(Pid, ?READY_MS, Call) of
        {ok, _} ->
            case stacks:read([Pid], Call) of
                [{Pid, Seen}] ->
                    case stacks:bounded(Seen) of
                        ok -> known;
                        unseen -> busy;
                        _ -> large
                    end;
                [] -> no_answer
            end;
        {hung, _} -> busy;
        _ -> no_answer
    end.

-spec ask(atom(), pid(), envelope:call()) -> {atom(), atom(), [term()]}.
ask(Source, Pid, #{until := Until} = Call) ->
    Ms = erlang:max(1, erlang:min(?ANSWER_MS, Until - envelope:now_ms() - ?WORKER_MS)),
    Ask = fun() ->
                  case gen_event:call(Pid, Source, get_alarms, Ms) of
                      Alarms when is_list(Alarms) ->
                          {known, [cut:label(Id) || {Id, _} <- lists:sublist(Alarms, ?MOST)]};
                      {error, bad_module} -> {replaced, []};
                      _ -> {no_answer, []}
                  end
          end,
    case worker:one(Ask, Ms + ?WORKER_MS, Call) of
        {ok, {State, Ids}} -> {Source, State, Ids};
        _ -> {Source, no_answer, []}
    end.
