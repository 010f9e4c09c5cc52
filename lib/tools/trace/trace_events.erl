%% Trace messages, and those of the system monitor, as events, cut.
-module(trace_events).
-export([specs/1, shapes/4]).
-export_type([event/0]).

%% Kind, when in us since the beginning, the process, a function, another process or what else is
%% said of it, and a term with its size.
-type event() :: {atom(), integer(), pid() | port(), mfa() | none, term(),
                  {term(), non_neg_integer()} | none}.

%% What picks the trace messages out of others, and what shapes calls without arguments:
%% for a function that is compiled, and sees very many.
-spec specs(integer()) -> {ets:comp_match_spec(), ets:comp_match_spec()}.
specs(BeginNs) ->
    Kinds = [{[{'=:=', {element, 1, '$1'}, Kind}], ['$1']} || Kind <- [trace_ts, monitor]],
    Function = {'$2', '$3', '$4'},
    {ets:match_spec_compile([{'$1', [{is_tuple, '$1'}, {'>', {size, '$1'}, 2} | Guards], Body}
                             || {Guards, Body} <- Kinds]),
     ets:match_spec_compile(
       [{{trace_ts, '$1', call, Function, '$5', '$6'}, [{is_integer, '$4'}],
         [{{call, {'div', {'-', '$6', BeginNs}, 1000}, '$1', {Function}, '$5', none}}]}])}.

-spec shapes([tuple()], {term(), ets:comp_match_spec()}, integer(), cut:limits()) -> [event()].
shapes(Messages, {_, Calls}, BeginNs, Limits) ->
    case ets:match_spec_run(Messages, Calls) of
        Events when length(Events) =:= length(Messages) -> Events;
        _ -> [begin
                  Event = shape(Message, Limits),
                  setelement(2, Event, (element(2, Event) - BeginNs) div 1000)
              end || Message <- Messages]
    end.

%% ---------------------------------------------------------------------------

%% In ns here.
shape({trace_ts, Pid, call, {_, _, Arity} = Function, Caller, Time}, _Limits) when is_integer(Arity) ->
    {call, Time, Pid, Function, Caller, none};
shape({trace_ts, Pid, call, {M, F, Args}, Caller, Time}, Limits) ->
    {call, Time, Pid, {M, F, length(Args)}, Caller, values:shown(Args, Limits)};
shape({trace_ts, Pid, return_from, Function, Value, Time}, Limits) ->
    {return, Time, Pid, Function, none, values:shown(Value, Limits)};
shape({trace_ts, Pid, exception_from, Function, {Class, Reason}, Time}, Limits) ->
    {exception, Time, Pid, Function, Class, values:shown(Reason, Limits)};
shape({trace_ts, Pid, send, Message, To, Time}, Limits) ->
    {sent, Time, Pid, none, other(To, Limits), values:shown(Message, Limits)};
shape({trace_ts, Pid, send_to_non_existing_process, Message, To, Time}, Limits) ->
    {sent_to_nobody, Time, Pid, none, other(To, Limits), values:shown(Message, Limits)};
shape({trace_ts, Pid, 'receive', Message, Time}, Limits) ->
    {received, Time, Pid, none, none, values:shown(Message, Limits)};
shape({trace_ts, Pid, spawn, Child, {M, F, Args}, Time}, Limits) when is_list(Args) ->
    {spawned, Time, Pid, {M, F, length(Args)}, Child, values:shown(Args, Limits)};
shape({trace_ts, Pid, spawned, Parent, _Function, Time}, _Limits) ->
    {spawned_by, Time, Pid, none, Parent, none};
shape({trace_ts, Pid, exit, Reason, Time}, Limits) ->
    {exited, Time, Pid, none, none, values:shown(Reason, Limits)};
shape({trace_ts, Pid, Kind, {_, _, Arity} = Function, Time}, _Limits) when is_integer(Arity) ->
    {Kind, Time, Pid, Function, none, none};
shape({trace_ts, Pid, Kind, Other, Time}, Limits) when is_pid(Other); is_port(Other) ->
    {Kind, Time, Pid, none, other(Other, Limits), none};
shape({trace_ts, Pid, Kind, What, Time}, Limits) ->
    {Kind, Time, Pid, none, none, values:shown(What, Limits)};
shape({monitor, Pid, Kind, Port}, _Limits) when is_port(Port) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, Port, none};
shape({monitor, Pid, Kind, What}, Limits) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, none, values:shown(What, Limits)};
shape(Message, Limits) ->
    {element(3, Message), element(tuple_size(Message), Message), element(2, Message), none, none,
     values:shown(tl(tl(tl(tuple_to_list(Message)))), Limits)}.

other(Pid, _Limits) when is_pid(Pid); is_port(Pid); is_atom(Pid) -> Pid;
other(Other, Limits) -> cut:term(Other, Limits).
